package io.github.wininet4j.nativelib.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.nativelib.windows.Registry.Hive;
import io.github.wininet4j.testing.Rule;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Internet Settings of Windows, in a registry that is a map. Not tried on a real one. */
final class RegistryProxiesTest {
    /** Version 0x46, written 5 times, flags 0xb; proxy:8080, then &lt;local&gt;, then http://h/p; discovery flags 4. */
    private static final String BLOB = "46000000 05000000 0b000000"
            + "0a000000 70726f78793a38303830"
            + "07000000 3c6c6f63616c3e"
            + "0a000000 687474703a2f2f682f70"
            + "04000000 00000000000000000000000000000000000000000000000000000000";

    private static final class MapRegistry implements Registry {
        private final Map<String, Object> values = new HashMap<>();

        private static String path(Hive hive, String key, String name) {
            return hive + "\\" + key + "\\" + name;
        }

        @Override
        public @Nullable Integer number(Hive hive, String key, String name) {
            return (Integer) values.get(path(hive, key, name));
        }

        @Override
        public @Nullable String text(Hive hive, String key, String name) {
            return (String) values.get(path(hive, key, name));
        }

        @Override
        public byte @Nullable [] bytes(Hive hive, String key, String name) {
            return (byte[]) values.get(path(hive, key, name));
        }

        @Override
        public void set(Hive hive, String key, String name, int value) {
            values.put(path(hive, key, name), value);
        }

        @Override
        public void set(Hive hive, String key, String name, @Nullable String value) {
            if (value == null) {
                values.remove(path(hive, key, name));
            } else {
                values.put(path(hive, key, name), value);
            }
        }

        @Override
        public void set(Hive hive, String key, String name, byte[] value) {
            values.put(path(hive, key, name), value);
        }
    }

    private final MapRegistry registry = new MapRegistry();
    private final RegistryProxies proxies = new RegistryProxies(registry);

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    @Rule("R-OPEN-3")
    void read_ofTheLan_takesTheValues() {
        registry.set(Hive.USER, RegistryProxies.SETTINGS, "ProxyEnable", 1);
        registry.set(Hive.USER, RegistryProxies.SETTINGS, "ProxyServer", "http=a:1;https=b:2");
        registry.set(Hive.USER, RegistryProxies.SETTINGS, "ProxyOverride", "*.corp.test;<local>");

        ProxySettings on = proxies.read(null);
        registry.set(Hive.USER, RegistryProxies.SETTINGS, "ProxyEnable", 0);
        ProxySettings off = proxies.read(null);

        assertThat(on.has(ProxyType.PROXY_TYPE_PROXY)).isTrue();
        assertThat(on.servers()).isEqualTo("http=a:1;https=b:2");
        assertThat(on.bypass()).isEqualTo("*.corp.test;<local>");
        assertThat(off.effectiveFlags()).isEqualTo(ProxyType.PROXY_TYPE_DIRECT);
        assertThat(off.servers()).isEqualTo("http=a:1;https=b:2");
    }

    @Test
    @Rule({"R-PROXY-13", "R-PROXY-12"})
    void read_ofAConnection_takesItsOneValue() {
        registry.set(Hive.USER, RegistryProxies.CONNECTIONS, "vpn", bytes(BLOB));
        registry.set(Hive.USER, RegistryProxies.CONNECTIONS, RegistryProxies.LAN, bytes(BLOB));

        ProxySettings vpn = proxies.read("vpn");

        assertThat(vpn.flags())
                .isEqualTo(ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY | ProxyType.PROXY_TYPE_AUTO_DETECT);
        assertThat(vpn.servers()).isEqualTo("proxy:8080");
        assertThat(vpn.bypass()).isEqualTo("<local>");
        assertThat(vpn.autoConfigUrl()).isEqualTo("http://h/p");
        assertThat(vpn.discoveryFlags()).isEqualTo(ProxyType.AUTO_PROXY_FLAG_DETECTION_RUN);
        // Only the value knows of detection on the LAN.
        assertThat(proxies.read(null).flags())
                .isEqualTo(ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_AUTO_DETECT);
        assertThat(proxies.read("other")).isEqualTo(ProxySettings.DIRECT);
    }

    @Test
    @Rule({"R-PROXY-24", "R-PROXY-27"})
    void read_whereThePolicySaysSo_takesTheSettingsOfTheMachine() {
        registry.set(Hive.USER, RegistryProxies.SETTINGS, "ProxyServer", "user:1");
        registry.set(Hive.MACHINE, RegistryProxies.SETTINGS, "ProxyServer", "machine:1");
        assertThat(proxies.read(null).servers()).isEqualTo("user:1");
        registry.set(Hive.MACHINE, RegistryProxies.POLICY, "ProxySettingsPerUser", 0);

        assertThat(proxies.read(null).servers()).isEqualTo("machine:1");

        proxies.write(null, ProxySettings.DIRECT.withServers("new:1"));
        assertThat(registry.text(Hive.MACHINE, RegistryProxies.SETTINGS, "ProxyServer"))
                .isEqualTo("new:1");
        assertThat(registry.text(Hive.USER, RegistryProxies.SETTINGS, "ProxyServer"))
                .isEqualTo("user:1");
        registry.set(Hive.MACHINE, RegistryProxies.POLICY, "ProxySettingsPerUser", 1);
        assertThat(proxies.read(null).servers()).isEqualTo("user:1");
    }

    @Test
    @Rule("R-PROXY-15")
    void write_ofAChange_isReadBackAndCounted() {
        registry.set(Hive.USER, RegistryProxies.CONNECTIONS, RegistryProxies.LAN, bytes(BLOB));
        ProxySettings changed = ProxySettings.DIRECT
                .withFlags(
                        ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY | ProxyType.PROXY_TYPE_AUTO_PROXY_URL)
                .withServers("a:1")
                .withBypass("b")
                .withAutoConfig("http://c/", null, 0);
        proxies.write(null, changed);
        proxies.write("vpn", changed);

        assertThat(proxies.read(null)).isEqualTo(changed);
        assertThat(proxies.read("vpn")).isEqualTo(changed);
        ConnectionBlob lan =
                ConnectionBlob.parse(registry.bytes(Hive.USER, RegistryProxies.CONNECTIONS, RegistryProxies.LAN));
        assertThat(lan.changes()).isEqualTo(6);
        proxies.write(null, ProxySettings.DIRECT);
        assertThat(proxies.read(null)).isEqualTo(ProxySettings.DIRECT);
        assertThat(registry.number(Hive.USER, RegistryProxies.SETTINGS, "ProxyEnable"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "46000000",
                "46000000 05000000 0b000000",
                "46000000 05000000 0b000000 ffffffff",
                "46000000 05000000 0b000000 ffffff7f 61",
                "46000000 05000000 0b000000 02000000 61",
                "46000000 05000000 0b000000 01000000 61 01000000"
            })
    void parse_ofWhatIsNoSuchValue_isNothing(String hex) {
        assertThat(ConnectionBlob.parse(bytes(hex))).isNull();
    }
}
