package io.github.wininet4j.engine.proxy.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's proxy settings by environment variables and in a file. */
final class ProxySourcesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corp.test | corp.test;*.corp.test",
                ".corp.test | corp.test;*.corp.test",
                "*.corp.test | corp.test;*.corp.test",
                "* | *",
                "10.0.0.0/8,192.168.1.1 | 10.0.0.0/8;192.168.1.1",
                "a.test, b.test | a.test;*.a.test;b.test;*.b.test",
                "a.test b.test | a.test;*.a.test;b.test;*.b.test",
                "a.test:8080 | a.test:8080;*.a.test:8080",
                "localhost,::1 | localhost;*.localhost;::1",
                "2001:db8::/32 | 2001:db8::/32"
            })
    void bypass_ofNoProxy_isABypassList(String noProxy, String expected) {
        assertThat(EnvironmentProxies.bypass(noProxy)).isEqualTo(expected);
    }

    @Test
    void environment_withProxies_isAProxyString() {
        ProxySettings settings = new EnvironmentProxies(Map.of(
                        "http_proxy", "http://user:Gehe1m-env@proxy:3128/",
                        "HTTPS_PROXY", "proxy:3129",
                        "all_proxy", "socks4://socks:9",
                        "NO_PROXY", "corp.test"))
                .read(null);

        assertThat(settings.servers()).isEqualTo("http=proxy:3128;https=proxy:3129;socks=socks:9");
        assertThat(settings.bypass()).isEqualTo("corp.test;*.corp.test");
        assertThat(settings.has(ProxyType.PROXY_TYPE_PROXY)).isTrue();
        assertThat(settings.toString()).doesNotContain("Gehe1m");
    }

    @Test
    void environment_ofAWebServersProgram_ignoresWhatAClientCanSet() {
        assertThat(new EnvironmentProxies(Map.of("HTTP_PROXY", "evil:1", "REQUEST_METHOD", "GET")).read(null))
                .isEqualTo(ProxySettings.DIRECT);
        assertThat(new EnvironmentProxies(Map.of("http_proxy", " ")).read(null)).isEqualTo(ProxySettings.DIRECT);
    }

    @Test
    @Rule("R-PROXY-15")
    void file_afterAChange_isReadByTheNextProgram(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("deep/proxy.properties");
        ProxySettings changed = ProxySettings.DIRECT
                .withFlags(ProxyType.PROXY_TYPE_PROXY)
                .withServers("proxy:1")
                .withAutoConfig("http://h/p.pac", null, 5);
        new FileProxies(file, ProxySettingsSource.NONE).write(null, changed);
        new FileProxies(file, ProxySettingsSource.NONE).write("vpn", ProxySettings.DIRECT);

        FileProxies next = new FileProxies(file, ProxySettingsSource.NONE);
        assertThat(next.read(null)).isEqualTo(changed);
        assertThat(next.read("vpn")).isEqualTo(ProxySettings.DIRECT);
        assertThat(next.read("other")).isEqualTo(ProxySettings.DIRECT);

        Files.writeString(file, "lan.flags=x\nlan.servers=\\uZZZZ\n");
        assertThat(new FileProxies(file, new EnvironmentProxies(Map.of("http_proxy", "p:1")))
                        .read(null)
                        .servers())
                .isEqualTo("http=p:1");
    }
}
