package io.github.wininet4j.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.engine.proxy.pac.MachineNetwork;
import io.github.wininet4j.host.HostNetwork;
import io.github.wininet4j.testing.Rule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a script is looked for, and what scripts see of the machine. */
final class WpadTest {
    private static final int DHCP = ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP;
    private static final int DNS = ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A;
    private static final int BOTH = DHCP | DNS;

    /** A network whose DHCP server has said something under number 252. */
    private static HostNetwork network(String... values) {
        return new HostNetwork() {
            @Override
            public boolean isPresent() {
                return true;
            }

            @Override
            public List<byte[]> dhcpOption(int number) {
                return number != 252
                        ? List.of()
                        : Stream.of(values)
                                .map(each -> each.getBytes(StandardCharsets.ISO_8859_1))
                                .toList();
            }
        };
    }

    @ParameterizedTest
    @Rule("R-PROXY-25")
    @CsvSource(
            delimiter = '|',
            value = {
                "http://dhcp.test/proxy.pac | http://dhcp.test/proxy.pac",
                "http://dhcp.test/proxy.pac\\0 | http://dhcp.test/proxy.pac",
                "HTTPS://dhcp.test:8443/p?q=1\\n | HTTPS://dhcp.test:8443/p?q=1",
                "http://dhcp.test/a\\0more | http://dhcp.test/a",
                "file:///etc/passwd | http://wpad.a.test/wpad.dat",
                "http://dhcp.test/with a space | http://wpad.a.test/wpad.dat",
                "http://dhcp.test/\\r\\nHost: evil | http://wpad.a.test/wpad.dat",
                "\\\\server\\share | http://wpad.a.test/wpad.dat",
                "http:// | http://wpad.a.test/wpad.dat",
                "\\0 | http://wpad.a.test/wpad.dat"
            })
    void find_withADhcpServer_takesWhatItNamesBeforeADnsName(String value, String expected) {
        Wpad wpad = new Wpad(
                host -> List.of(InetAddress.getLoopbackAddress()),
                List.of("a.test"),
                network("no url", value.translateEscapes()));

        assertThat(wpad.find(BOTH)).isEqualTo(expected);
        assertThat(wpad.find(DNS)).isEqualTo("http://wpad.a.test/wpad.dat");
        assertThat(wpad.find(DHCP)).isEqualTo(expected.contains("wpad.a.test") ? null : expected);
    }

    @Test
    void domains_ofAResolverFile_areThoseItSearches() {
        assertThat(Wpad.domains(List.of(
                        "# search not.this",
                        "nameserver 10.0.0.1",
                        "search corp.feas.test\tfeas.test",
                        "",
                        " domain other.test ",
                        "searching no.test")))
                .containsExactly("corp.feas.test", "feas.test", "other.test");
    }

    @Test
    @Rule("R-PROXY-25")
    void candidates_ofDomains_areNeverAboveThemNorInATopLevelDomain() {
        assertThat(new Wpad(host -> List.of(), List.of("Corp.Feas.test", "local", ".", ""), () -> true).candidates())
                .containsExactly("wpad.corp.feas.test");
        assertThat(new Wpad(host -> List.of(), List.of(), () -> true).candidates())
                .isEmpty();
    }

    @Test
    @Rule("R-PROXY-25")
    void find_withSeveralDomains_takesTheFirstThatHasTheHost() {
        List<String> asked = new ArrayList<>();
        Wpad wpad = new Wpad(
                host -> {
                    asked.add(host);
                    if (host.equals("wpad.b.test")) {
                        return List.of(InetAddress.getLoopbackAddress());
                    }
                    throw new UnknownHostException(host);
                },
                List.of("a.test", "b.test", "c.test"),
                () -> true);

        assertThat(wpad.find(BOTH)).isEqualTo("http://wpad.b.test/wpad.dat");
        assertThat(asked).containsExactly("wpad.a.test", "wpad.b.test");
    }

    @Test
    void find_whereNoDomainHasTheHost_isNull() {
        Wpad wpad = new Wpad(
                host -> {
                    throw new UnknownHostException(host);
                },
                List.of("a.test"),
                () -> true);

        assertThat(wpad.find(BOTH)).isNull();
    }

    @Test
    void machineNetwork_asAScriptSeesIt_hasNamesAddressesAndTheTime() throws Exception {
        InetAddress address = InetAddress.getByAddress(new byte[] {10, 1, 2, 3});
        Instant now = Instant.parse("2026-03-04T05:06:07Z");
        MachineNetwork network = new MachineNetwork(
                host -> {
                    if (host.equals("known.test")) {
                        return List.of(address);
                    }
                    throw new UnknownHostException(host);
                },
                () -> now);

        assertThat(network.resolve("known.test")).containsExactly(address);
        assertThat(network.resolve("unknown.test")).isEmpty();
        assertThat(network.resolve("")).isEmpty();
        assertThat(network.ownAddresses()).isNotEmpty().doesNotContain(InetAddress.getByName("0.0.0.0"));
        assertThat(network.now().toInstant()).isEqualTo(now);
    }
}
