package io.github.wininet4j.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.proxy.pac.MachineNetwork;
import io.github.wininet4j.testing.Rule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a script is looked for, and what scripts see of the machine. */
final class WpadTest {
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
        assertThat(new Wpad(host -> List.of(), List.of("Corp.Feas.test", "local", ".", "")).candidates())
                .containsExactly("wpad.corp.feas.test");
        assertThat(new Wpad(host -> List.of(), List.of()).candidates()).isEmpty();
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
                List.of("a.test", "b.test", "c.test"));

        assertThat(wpad.find()).isEqualTo("http://wpad.b.test/wpad.dat");
        assertThat(asked).containsExactly("wpad.a.test", "wpad.b.test");
    }

    @Test
    void find_whereNoDomainHasTheHost_isNull() {
        Wpad wpad = new Wpad(
                host -> {
                    throw new UnknownHostException(host);
                },
                List.of("a.test"));

        assertThat(wpad.find()).isNull();
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
