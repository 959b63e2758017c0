package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.testing.peers.AuthClient;
import io.github.wininet4j.testing.peers.AuthClient.Login;
import io.github.wininet4j.testing.peers.KerberosRealm;
import io.github.wininet4j.testing.peers.LighttpdServer;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.testing.peers.Winbind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each scheme to servers, to proxies and to both, as real peers see it. The table goes to
 * {@code target/auth-matrix-BACKEND.txt}, with the reason for each cell that no peer serves.
 */
@ContractTest
final class AuthMatrixContractTest {
    private static final String WRONG = "Wr0ng-password";

    private final BackEndUnderTest backEnd;
    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    AuthMatrixContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    /** What the client knows. */
    private enum Password {
        RIGHT,
        WRONG,
        NONE
    }

    /**
     * A server.
     *
     * @param host its name
     * @param port its port
     * @param path what is asked for
     * @param login who gets in; null if everybody does
     */
    private record Server(
            String host, int port, String path, @Nullable Login login) {}

    /**
     * A proxy.
     *
     * @param address its proxy string
     * @param login who gets in; null if everybody does
     * @param checks whether it looks at the password
     */
    private record Proxy(String address, @Nullable Login login, boolean checks) {}

    /**
     * A scheme.
     *
     * @param name its name
     * @param server the server that asks by it
     * @param proxy the proxy that asks by it, or null
     * @param why why there is no such proxy, or what it leaves open
     */
    private record Scheme(
            String name, Server server, @Nullable Proxy proxy, String why) {}

    @Test
    @Rule({"R-AUTH-2", "R-AUTH-3", "R-AUTH-4", "R-AUTH-12", "R-AUTH-13", "R-AUTH-14", "R-AUTH-15", "R-PROJ-AUTH-2"})
    void requests_withEachScheme_areLetInWithTheRightPasswordOnly() throws IOException {
        KerberosRealm realm = KerberosRealm.shared();
        ApacheServer apache = backEnd.closeAfterTest(ApacheServer.start(realm));
        Server open = new Server("localhost", apache.port(), "/open/page", null);
        SquidProxy plain = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        Proxy letsAll = new Proxy(plain.namedProxy(), null, false);
        table.add("scheme | place | mode | request | password | status");
        for (Scheme scheme : schemes(realm, apache)) {
            place(scheme, "server", null, scheme.server());
            place(scheme, "server by proxy", letsAll, scheme.server());
            if (scheme.proxy() == null) {
                table.add(scheme.name() + " | proxy, both | all | all | all | not served: " + scheme.why());
                continue;
            }
            place(scheme, "proxy", scheme.proxy(), open);
            place(scheme, "both", scheme.proxy(), scheme.server());
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("auth-matrix-" + backEnd.id() + ".txt"), table);
        assertThat(wrong).isEmpty();
    }

    private List<Scheme> schemes(KerberosRealm realm, ApacheServer apache) {
        Login bob = new Login("bob", SquidProxy.PASSWORD);
        Proxy basic = new Proxy(squid(SquidProxy.start(SquidProxy.Scheme.BASIC)), bob, true);
        Proxy digest = new Proxy(squid(SquidProxy.start(SquidProxy.Scheme.DIGEST)), bob, true);
        Login ticket = new Login("bob", KerberosRealm.PASSWORD);
        Proxy kerberos = new Proxy(squid(SquidProxy.start(realm)), ticket, true);
        LighttpdServer lighttpd = backEnd.closeAfterTest(LighttpdServer.start());
        Login forApache = new Login("bob", ApacheServer.PASSWORD);
        Login inDomain = new Login("DOM\\bob", ApacheServer.PASSWORD);
        Server negotiate = new Server("localhost", apache.port(), "/negotiate/page", inDomain);
        Server ntlm = new Server("localhost", apache.port(), "/ntlm/page", inDomain);
        List<Scheme> schemes = new ArrayList<>(List.of(
                new Scheme("basic", new Server("localhost", apache.port(), "/basic/page", forApache), basic, ""),
                new Scheme("digest", new Server("localhost", apache.port(), "/digest/page", forApache), digest, ""),
                new Scheme(
                        "digest sha-256",
                        new Server(
                                "127.0.0.1",
                                lighttpd.port(),
                                "/digest/page",
                                new Login("bob", LighttpdServer.PASSWORD)),
                        null,
                        "squid knows MD5 only"),
                new Scheme(
                        "negotiate kerberos",
                        new Server("localhost", apache.port(), "/negotiate/page", ticket),
                        kerberos,
                        "")));
        Optional<Winbind> winbind = Winbind.start();
        if (winbind.isPresent()) {
            Login games = new Login(Winbind.USER, Winbind.PASSWORD);
            Winbind checks = backEnd.closeAfterTest(winbind.get());
            schemes.add(new Scheme("ntlm", ntlm, new Proxy(squid(SquidProxy.start(checks)), games, true), ""));
            schemes.add(new Scheme(
                    "negotiate ntlm", negotiate, new Proxy(squid(SquidProxy.start(realm, checks)), games, true), ""));
        } else {
            Proxy unchecked = new Proxy(squid(SquidProxy.start(SquidProxy.Scheme.NTLM_UNCHECKED)), bob, false);
            schemes.add(new Scheme("ntlm", ntlm, unchecked, "the proxy checks no password: " + Winbind.NEEDS_ROOT));
            schemes.add(new Scheme("negotiate ntlm", negotiate, null, Winbind.NEEDS_ROOT));
        }
        return schemes;
    }

    private String squid(SquidProxy proxy) {
        return backEnd.closeAfterTest(proxy).namedProxy();
    }

    private void place(Scheme scheme, String place, @Nullable Proxy proxy, Server server) {
        for (boolean async : new boolean[] {false, true}) {
            for (AuthClient.Way way : AuthClient.Way.values()) {
                for (Password password : Password.values()) {
                    String mode = async ? "async" : "sync";
                    String row = String.join(" | ", scheme.name(), place, mode, way.name(), password.name());
                    cell(row + " | ", proxy, server, async, way, password);
                }
            }
        }
    }

    private void cell(
            String row, @Nullable Proxy proxy, Server server, boolean async, AuthClient.Way way, Password password) {
        int expected = 200;
        boolean proxyAsks = proxy != null && proxy.login() != null;
        if (password != Password.RIGHT) {
            boolean refused = proxyAsks && (password == Password.NONE || proxy.checks());
            expected = refused ? 407 : server.login() != null ? 401 : 200;
        }
        BackEnd api = backEnd.open();
        int found = new AuthClient(
                        api,
                        backEnd.statusLog(),
                        proxy == null ? null : proxy.address(),
                        server.host(),
                        server.port(),
                        async)
                .request(
                        server.path(),
                        way,
                        known(server.login(), password),
                        known(proxy == null ? null : proxy.login(), password));
        api.close();
        table.add(row + found);
        if (found != expected) {
            wrong.add(row + found + " instead of " + expected);
        }
    }

    private static @Nullable Login known(@Nullable Login right, Password password) {
        if (right == null || password == Password.NONE) {
            return null;
        }
        return password == Password.RIGHT ? right : new Login(right.user(), WRONG);
    }
}
