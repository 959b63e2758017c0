package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.testing.peers.AuthClient;
import io.github.wininet4j.testing.peers.SquidProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each scheme to servers, to proxies and to both, as real peers see it; the test prints the table. */
@ContractTest
final class AuthMatrixContractTest {
    private static final Map<String, SquidProxy.Scheme> PROXIES = new TreeMap<>(Map.of(
            "basic", SquidProxy.Scheme.BASIC,
            "digest", SquidProxy.Scheme.DIGEST,
            "ntlm", SquidProxy.Scheme.NTLM_UNCHECKED));

    private final BackEndUnderTest backEnd;
    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    AuthMatrixContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    @Test
    @Rule({"R-AUTH-2", "R-AUTH-3", "R-AUTH-4", "R-AUTH-12", "R-AUTH-13", "R-AUTH-14", "R-AUTH-15"})
    void requests_withEachScheme_areLetInWithTheRightPasswordOnly() {
        ApacheServer server = backEnd.closeAfterTest(ApacheServer.start());
        SquidProxy plain = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        for (Map.Entry<String, SquidProxy.Scheme> scheme : PROXIES.entrySet()) {
            SquidProxy asking = backEnd.closeAfterTest(SquidProxy.start(scheme.getValue()));
            for (boolean async : new boolean[] {false, true}) {
                for (AuthClient.Way way : AuthClient.Way.values()) {
                    for (AuthClient.Password password : AuthClient.Password.values()) {
                        String name = scheme.getKey();
                        cell(name, "server", null, server, "/" + name + "/page", async, way, password);
                        cell(name, "proxy", asking, server, "/open/page", async, way, password);
                        cell(name, "both", asking, server, "/" + name + "/page", async, way, password);
                        cell(name, "server by proxy", plain, server, "/" + name + "/page", async, way, password);
                    }
                }
            }
        }
        table.forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    private void cell(
            String scheme,
            String place,
            SquidProxy proxy,
            ApacheServer server,
            String target,
            boolean async,
            AuthClient.Way way,
            AuthClient.Password password) {
        boolean proxyAsks = place.equals("proxy") || place.equals("both");
        boolean serverAsks = !place.equals("proxy");
        boolean unchecked = proxyAsks && scheme.equals("ntlm");
        int expected = 200;
        if (password != AuthClient.Password.RIGHT) {
            boolean refusedByProxy = proxyAsks && !(unchecked && password == AuthClient.Password.WRONG);
            expected = refusedByProxy ? 407 : serverAsks ? 401 : 200;
        }
        BackEnd api = backEnd.open();
        int found = new AuthClient(api, backEnd.statusLog(), proxy, server.port(), async)
                .request(target, way, password, proxyAsks, serverAsks);
        api.close();
        String row = String.join(" | ", scheme, place, async ? "async" : "sync", way.name(), password.name());
        table.add(row + " | " + found + (unchecked ? " (the proxy checks no password)" : ""));
        if (found != expected) {
            wrong.add(row + ": " + found + " instead of " + expected);
        }
    }
}
