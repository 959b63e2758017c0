package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.TestCertificates;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each scheme to servers, to proxies, to both, and to proxies for a tunnel to an https origin, as real peers see it.
 * The log of the proxy shows that the requests went through it. The table, with the reason for each cell that no peer
 * serves, goes to {@code target/auth-matrix-BACKEND.txt}, and its summary to {@code target/auth-matrix-BACKEND.md}.
 */
@ContractTest
final class AuthMatrixContractTest {
    private static final String WRONG = Secrets.use("Wr0ng-password");

    private final BackEndUnderTest backEnd;
    private final List<String> table = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final Map<String, Integer> tunnels = new HashMap<>();
    private int cells;

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
     * @param squid the proxy
     * @param login who gets in; null if everybody does
     * @param checks whether it looks at the password
     */
    private record Proxy(SquidProxy squid, @Nullable Login login, boolean checks) {}

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

    /**
     * Where a request goes.
     *
     * @param name what the table calls it
     * @param proxy the proxy on the way, or null
     * @param server the server
     * @param tunnel whether the proxy is asked for a tunnel, as the server speaks TLS
     */
    private record Place(String name, @Nullable Proxy proxy, Server server, boolean tunnel) {
        boolean proxyAsks() {
            return proxy != null && proxy.login() != null;
        }

        int expected(Password password) {
            if (password == Password.RIGHT) {
                return 200;
            }
            boolean refused = proxyAsks() && (password == Password.NONE || proxy.checks());
            return refused ? 407 : server.login() != null ? 401 : 200;
        }

        /** How often a streamed body is written at most: once more for each who asks for a password and reads it. */
        int writings(Password password) {
            int asking = (server.login() == null ? 0 : 1) + (proxyAsks() && !tunnel ? 1 : 0);
            return password == Password.NONE ? 1 : 1 + asking;
        }
    }

    /** What the cells of one scheme and place came to. */
    private static final class Sum {
        private int cells;
        private int good;
        private int writings;
        private int logged;
    }

    @Test
    @Rule({"R-AUTH-2", "R-AUTH-3", "R-AUTH-4", "R-AUTH-12", "R-AUTH-13", "R-AUTH-14", "R-AUTH-15", "R-PROJ-AUTH-2"})
    void requests_withEachScheme_areLetInWithTheRightPasswordOnly() throws IOException {
        KerberosRealm realm = KerberosRealm.shared();
        ApacheServer apache = backEnd.closeAfterTest(ApacheServer.start(realm));
        Server open = new Server("localhost", apache.port(), "/open/page", null);
        SquidProxy plain = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        Proxy letsAll = new Proxy(plain, null, false);
        Server origin = secureOrigin();
        table.add("scheme | place | mode | request | password | status | times that a streamed body was written");
        for (Scheme scheme : schemes(realm, apache)) {
            place(scheme, new Place("server", null, scheme.server(), false));
            place(scheme, new Place("server by proxy", letsAll, scheme.server(), false));
            if (scheme.proxy() == null) {
                table.add(scheme.name() + " | proxy, both, tunnel | all | all | all | not served: " + scheme.why());
                continue;
            }
            place(scheme, new Place("proxy", scheme.proxy(), open, false));
            place(scheme, new Place("both", scheme.proxy(), scheme.server(), false));
            place(scheme, new Place("tunnel", scheme.proxy(), origin, true));
        }
        Path target = Files.createDirectories(Path.of("target"));
        Files.write(target.resolve("auth-matrix-" + backEnd.id() + ".txt"), table);
        Files.write(target.resolve("auth-matrix-" + backEnd.id() + ".md"), summary());
        assertThat(wrong).isEmpty();
    }

    /** Everybody is let in, by TLS. */
    private Server secureOrigin() {
        ScriptedHttpServer server = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        server.handleAll(each -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage"));
        return new Server("localhost", server.port(), "/page", null);
    }

    private List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add("| scheme | place | cells | as expected | in the proxy's log | most writings of a body |");
        lines.add("| --- | --- | ---: | ---: | ---: | ---: |");
        sums.forEach((name, sum) -> {
            List<Integer> numbers = List.of(sum.cells, sum.good, sum.logged, sum.writings);
            String cellsOfLine = numbers.stream().map(String::valueOf).collect(Collectors.joining(" | "));
            lines.add("| " + name + " | " + cellsOfLine + " |");
        });
        return lines;
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

    private SquidProxy squid(SquidProxy proxy) {
        return backEnd.closeAfterTest(proxy);
    }

    private void place(Scheme scheme, Place place) {
        for (boolean async : new boolean[] {false, true}) {
            for (AuthClient.Way way : AuthClient.Way.values()) {
                for (Password password : Password.values()) {
                    String mode = async ? "async" : "sync";
                    String row = String.join(" | ", scheme.name(), place.name(), mode, way.name(), password.name());
                    Sum sum = sums.computeIfAbsent(scheme.name() + " | " + place.name(), key -> new Sum());
                    int before = wrong.size();
                    cell(row + " | ", place, async, way, password, sum);
                    sum.cells++;
                    sum.good += wrong.size() == before ? 1 : 0;
                }
            }
        }
    }

    private void cell(String row, Place place, boolean async, AuthClient.Way way, Password password, Sum sum) {
        Server server = place.server();
        Proxy proxy = place.proxy();
        String mark = "cell=" + ++cells;
        BackEnd api = backEnd.open();
        String address = proxy == null ? null : proxy.squid().namedProxy();
        AuthClient client = new AuthClient(api, backEnd.statusLog(), address, server.host(), server.port(), async);
        if (place.tunnel()) {
            client.securely();
        }
        int found = client.request(
                server.path() + "?" + mark,
                way,
                known(server.login(), password),
                known(proxy == null ? null : proxy.login(), password));
        api.close();
        table.add(row + found + " | " + client.sendings());
        sum.writings = Math.max(sum.writings, client.sendings());
        if (found != place.expected(password)) {
            wrong.add(row + found + " instead of " + place.expected(password));
        }
        if (client.sendings() > place.writings(password)) {
            wrong.add(row + client.sendings() + " writings instead of " + place.writings(password));
        }
        if (proxy != null && !(place.tunnel() ? isTunnelLogged(place, found) : isLogged(place, found, mark))) {
            wrong.add(row + found + " is not in the log of the proxy");
        } else if (proxy != null) {
            sum.logged++;
        }
    }

    /** Whether the proxy has logged the answer, with the user's name if it asks for one. */
    private static boolean isLogged(Place place, int status, String mark) {
        String user = place.proxyAsks() && status != 407 ? "[^- ]\\S*" : "\\S+";
        Pattern line = Pattern.compile("/" + status + " \\d+ [A-Z]+ http://\\S+" + mark + " " + user + " ");
        return place.proxy().squid().awaitLogged(line, 1) >= 1;
    }

    /** Whether the proxy has logged one tunnel more, or one more refusal of one. */
    private boolean isTunnelLogged(Place place, int status) {
        String user = status == 200 ? "[^- ]\\S*" : "\\S+";
        String line = "/" + status + " \\d+ CONNECT localhost:" + place.server().port() + " " + user + " ";
        SquidProxy squid = place.proxy().squid();
        int expected = tunnels.merge(squid.proxy() + line, 1, Integer::sum);
        long logged = squid.awaitLogged(Pattern.compile(line), expected);
        return status == 200 ? logged == expected : logged >= expected;
    }

    private static @Nullable Login known(@Nullable Login right, Password password) {
        if (right == null || password == Password.NONE) {
            return null;
        }
        return password == Password.RIGHT ? right : new Login(right.user(), WRONG);
    }
}
