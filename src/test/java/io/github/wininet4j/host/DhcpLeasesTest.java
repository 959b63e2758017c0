package io.github.wininet4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the DHCP clients of Linux keep of their leases, as recorded text. */
@Rule("R-PROXY-25")
final class DhcpLeasesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path root;

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    private List<String> scripts() {
        return new DhcpLeases(root)
                .option(252, NOW).stream()
                        .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                        .toList();
    }

    private static String lease(String device, String option, String expire) {
        return "lease {\n  interface \"" + device + "\";\n  fixed-address 10.0.0.9;\n"
                + "  option routers 10.0.0.1;\n  " + option + "\n  renew 6 2026/11/28 11:00:00;\n"
                + "  expire " + expire + ";\n}\n";
    }

    @Test
    void option_ofDhclient_isThatOfTheLastLeaseOfEachInterface() throws IOException {
        String later = "6 2026/11/28 13:00:00";
        write(
                "var/lib/dhcp/dhclient.leases",
                lease("eth0", "option unknown-252 \"http://old/\";", later)
                        + lease("eth1", "option wpad \"http://other/wpad.dat\\000\";", later)
                        + lease("eth0", "option unknown-252 \"http://new/a\\\"b\";", later)
                        + lease("eth2", "option unknown-253 \"http://no/\";", later));

        assertThat(scripts()).containsExactly("http://new/a\"b", "http://other/wpad.dat\0");
    }

    @Test
    void option_ofALeaseThatIsOver_isNothing() throws IOException {
        write(
                "var/lib/dhclient/one.lease",
                lease("eth0", "option wpad-url \"http://over/\";", "6 2026/11/28 11:59:59")
                        + lease("eth1", "option wpad-url \"http://odd/\";", "6 someday maybe")
                        + lease("eth2", "option wpad-url \"http://ever/\";", "never"));

        assertThat(scripts()).containsExactly("http://ever/");
    }

    @Test
    void option_ofSystemdAndNetworkManager_isInHexadecimal() throws IOException {
        String hex = "687474703a2f2f612f";
        write("run/systemd/netif/leases/2", "# private\nADDRESS=10.0.0.9\nOPTION_252=" + hex + "\nOPTION_25=00\n");
        write("run/systemd/netif/leases/3", "OPTION_252=68747\nOPTION_252=zz\nXOPTION_252=" + hex + "\n");
        write("var/lib/NetworkManager/internal-eth0.lease", "OPTION_252=" + hex + "00\n");

        assertThat(scripts()).containsExactly("http://a/", "http://a/\0");
    }

    @Test
    void option_whereNothingCanBeRead_isNothing() throws IOException {
        assertThat(scripts()).isEmpty();
        Files.createDirectories(root.resolve("var/lib/dhcp/folder"));
        write("var/lib/dhcp/large", "option wpad \"http://large/\";" + " ".repeat(1 << 20));
        write("run/systemd/netif/leases", "OPTION_252=00");

        assertThat(scripts()).isEmpty();
    }

    @Test
    void dhcpOption_ofANetworkThatSaysNothingOfIt_isNothing() {
        HostNetwork network = () -> true;

        assertThat(network.dhcpOption(252)).isEmpty();
        assertThat(HostNetwork.SYSTEM.dhcpOption(1_000)).isEmpty();
    }
}
