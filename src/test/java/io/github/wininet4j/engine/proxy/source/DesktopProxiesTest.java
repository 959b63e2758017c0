package io.github.wininet4j.engine.proxy.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.testing.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of desktops, from what their programs print and their files say. */
final class DesktopProxiesTest {
    private static final int DIRECT = ProxyType.PROXY_TYPE_DIRECT;

    private static final String GNOME = """
            org.gnome.system.proxy autoconfig-url ''
            org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1', '*.corp.test']
            org.gnome.system.proxy mode 'manual'
            org.gnome.system.proxy use-same-proxy true
            org.gnome.system.proxy.ftp host ''
            org.gnome.system.proxy.ftp port 0
            org.gnome.system.proxy.http authentication-password ''
            org.gnome.system.proxy.http enabled false
            org.gnome.system.proxy.http host 'proxy.corp.test'
            org.gnome.system.proxy.http port 3128
            org.gnome.system.proxy.https host "2001:db8::5"
            org.gnome.system.proxy.https port 3129
            org.gnome.system.proxy.socks host 'socks.corp.test'
            org.gnome.system.proxy.socks port 0
            """;

    private static final String MAC = """
            <dictionary> {
              ExceptionsList : <array> {
                0 : *.local
                1 : 169.254/16
                2 : 10/8
              }
              ExcludeSimpleHostnames : 1
              FTPEnable : 0
              FTPPassive : 1
              FTPProxy : old.corp.test
              HTTPEnable : 1
              HTTPPort : 3128
              HTTPProxy : proxy.corp.test
              HTTPSEnable : 1
              HTTPSPort : 3129
              HTTPSProxy : proxy.corp.test
              ProxyAutoConfigEnable : 1
              ProxyAutoConfigURLString : http://wpad.corp.test/wpad.dat
              ProxyAutoDiscoveryEnable : 1
              SOCKSEnable : 1
              SOCKSPort : 1080
              SOCKSProxy : socks.corp.test
              __SCOPED__ : <dictionary> {
                en0 : <dictionary> {
                  HTTPProxy : other.corp.test
                }
              }
            }
            """;

    private static ProxySettings gnome(String text) {
        return new DesktopProxies("Linux", Map.of("XDG_CURRENT_DESKTOP", "ubuntu:GNOME"), command -> text).read(null);
    }

    @Test
    void gnome_withServers_isTheirList() {
        ProxySettings settings = gnome(GNOME);

        assertThat(settings.flags()).isEqualTo(DIRECT | ProxyType.PROXY_TYPE_PROXY);
        assertThat(settings.servers())
                .isEqualTo("http=proxy.corp.test:3128;https=[2001:db8::5]:3129;socks=socks.corp.test");
        assertThat(settings.bypass()).isEqualTo("localhost;*.localhost;127.0.0.0/8;::1;corp.test;*.corp.test");
    }

    @Test
    void gnome_withOtherModes_detectsOrHasAScriptOrNothing() {
        String automatic = GNOME.replace("mode 'manual'", "mode 'auto'");
        assertThat(gnome(automatic).flags()).isEqualTo(DIRECT | ProxyType.PROXY_TYPE_AUTO_DETECT);
        ProxySettings scripted = gnome(automatic.replace("url ''", "url 'http://h/p.pac'"));
        assertThat(scripted.flags()).isEqualTo(DIRECT | ProxyType.PROXY_TYPE_AUTO_PROXY_URL);
        assertThat(scripted.autoConfigUrl()).isEqualTo("http://h/p.pac");
        assertThat(gnome(GNOME.replace("mode 'manual'", "mode 'none'"))).isEqualTo(ProxySettings.DIRECT);
        assertThat(gnome("org.gnome.system.proxy ignore-hosts @as []\norg.gnome.system.proxy mode 'manual'\n"))
                .isEqualTo(ProxySettings.DIRECT);
        assertThat(gnome(null)).isEqualTo(ProxySettings.DIRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "httpProxy=http://proxy.corp.test:3128",
                "httpProxy=http://proxy.corp.test 3128",
                "httpProxy[$e]=proxy.corp.test:3128/"
            })
    void kde_withServers_isTheirList(String line, @TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("kioslaverc"),
                "[Other]\nProxyType=2\n[Proxy Settings]\nProxyType=1\n" + line
                        + "\nsocksProxy=socks://socks.corp.test 1080\nNoProxyFor=.corp.test,10.0.0.0/8\n"
                        + "ReversedException=false\n[$Version]\nhttpProxy=evil:1\n");

        ProxySettings settings = kde(folder);

        assertThat(settings.servers()).isEqualTo("http=proxy.corp.test:3128;socks=socks.corp.test:1080");
        assertThat(settings.bypass()).isEqualTo("corp.test;*.corp.test;10.0.0.0/8");
    }

    private static ProxySettings kde(Path folder) {
        Map<String, String> environment = Map.of("XDG_CURRENT_DESKTOP", "KDE", "XDG_CONFIG_HOME", folder.toString());
        return new DesktopProxies("Linux", environment, command -> "").read(null);
    }

    @Test
    void kde_withOtherTypes_detectsOrHasAScriptOrNothing(@TempDir Path folder) throws Exception {
        assertThat(kde(folder)).isEqualTo(ProxySettings.DIRECT);
        Path file = folder.resolve("kioslaverc");
        Files.writeString(file, "[Proxy Settings]\nProxyType=2\nProxy Config Script=http://h/p.pac\n");
        assertThat(kde(folder).autoConfigUrl()).isEqualTo("http://h/p.pac");
        Files.writeString(file, "[Proxy Settings]\nProxyType=3\n");
        assertThat(kde(folder).has(ProxyType.PROXY_TYPE_AUTO_DETECT)).isTrue();
        Files.writeString(file, "[Proxy Settings]\nProxyType=0\nhttpProxy=proxy:1\n");
        assertThat(kde(folder)).isEqualTo(ProxySettings.DIRECT);
        // The list then names what the proxy is for: nothing passes it by.
        Files.writeString(
                file, "[Proxy Settings]\nProxyType=1\nhttpProxy=proxy:1\nNoProxyFor=a\nReversedException=true\n");
        assertThat(kde(folder).bypass()).isNull();
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(kde(folder)).isEqualTo(ProxySettings.DIRECT);
    }

    @Test
    @Rule("R-PROXY-6")
    void mac_withEverything_isAllOfIt() {
        ProxySettings settings = new DesktopProxies("Mac OS X", Map.of(), command -> {
                    assertThat(command).isEqualTo(List.of("scutil", "--proxy"));
                    return MAC;
                })
                .read(null);

        assertThat(settings.flags())
                .isEqualTo(DIRECT
                        | ProxyType.PROXY_TYPE_PROXY
                        | ProxyType.PROXY_TYPE_AUTO_PROXY_URL
                        | ProxyType.PROXY_TYPE_AUTO_DETECT);
        assertThat(settings.servers())
                .isEqualTo("http=proxy.corp.test:3128;https=proxy.corp.test:3129;socks=socks.corp.test:1080");
        assertThat(settings.bypass()).isEqualTo("<local>;*.local;169.254.0.0/16;10.0.0.0/8");
        assertThat(settings.autoConfigUrl()).isEqualTo("http://wpad.corp.test/wpad.dat");
    }

    @Test
    void desktop_whereThereIsNone_runsNoProgram() {
        DesktopProxies none = new DesktopProxies("Linux", Map.of(), command -> {
            throw new AssertionError(command);
        });

        assertThat(none.read(null)).isEqualTo(ProxySettings.DIRECT);
        assertThat(none.read("vpn")).isEqualTo(ProxySettings.DIRECT);
    }

    @Test
    void programs_ofTheSystem_giveTheirOutputOrNothing() {
        ProgramOutput programs = ProgramOutput.ofSystem();

        assertThat(programs.run(List.of("no-such-program-anywhere"))).isNull();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(programs.run(List.of(java.toString(), "--no-such-option"))).isNull();
    }

    @Test
    @Rule("R-PROXY-23")
    void firstProxies_withSeveralSources_takesTheFirstThatSaysAnything() {
        EnvironmentProxies empty = new EnvironmentProxies(Map.of());
        EnvironmentProxies full = new EnvironmentProxies(Map.of("http_proxy", "a:1"));
        EnvironmentProxies other = new EnvironmentProxies(Map.of("http_proxy", "b:1"));

        FirstProxies first = new FirstProxies(empty, full, other);
        first.write(null, ProxySettings.DIRECT);
        assertThat(first.read(null).servers()).isEqualTo("http=a:1");
        assertThat(new FirstProxies(empty).read(null)).isEqualTo(ProxySettings.DIRECT);
    }
}
