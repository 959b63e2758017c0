package io.github.wininet4j.engine;

import static io.github.wininet4j.engine.http.head.HeadSamples.list;
import static io.github.wininet4j.testing.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.http.exchange.CacheNames;
import io.github.wininet4j.engine.http.exchange.ExchangeListener;
import io.github.wininet4j.engine.http.exchange.Exchanges;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Logons;
import io.github.wininet4j.engine.http.exchange.MemoryCache;
import io.github.wininet4j.engine.http.exchange.Network;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.RequestContext;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.ServerTrust;
import io.github.wininet4j.engine.http.h1.Http1Streams;
import io.github.wininet4j.engine.http.h2.SharedConnections;
import io.github.wininet4j.engine.http.head.HeadSamples;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.stream.EventNames;
import io.github.wininet4j.engine.http.stream.MemoryStream;
import io.github.wininet4j.engine.http.stream.ProxyAnswerException;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.tls.Revocation;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the seam between policy and wire is ready for: each place is taken by a small layer, route or stream of the
 * test's own.
 */
final class SeamTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final ScriptedHttpServer server = ScriptedHttpServer.start();
    private final EngineServices state = Engine.newState(WinInetConfig.isolated());
    private final StatusLog log = new StatusLog();
    private final EventNames events = new EventNames();
    private BackEnd api = Engine.open(state);

    @AfterEach
    void close() {
        api.close();
        server.close();
        log.assertNoViolations();
    }

    private BackEnd open(Opener exchanges) {
        api = Engine.open(state, exchanges, () -> {});
        return api;
    }

    private Network network(Route... routes) {
        return new Network(
                new Http1Streams(state.pool(), http10 -> 2, http10 -> 2),
                url -> List.of(routes),
                state.options().servers(),
                new ServerTrust(null, Revocation.UNCHECKED, state.strictHosts()),
                false);
    }

    private HttpUrl url(String target) {
        return new HttpUrl(UrlScheme.HTTP, server.host(), server.port(), target);
    }

    private Request get(HttpUrl url) {
        RequestContext context = new RequestContext(
                events,
                DwordSettings.DEFAULTS,
                0,
                null,
                null,
                null,
                ProxyAccess.DIRECT,
                Logons.none(),
                new Cancellation(),
                ExchangeListener.NONE,
                CacheNames.OF_URL);
        return new Request(context, url, "GET", list("Host: " + url.hostHeader()), RequestBody.NONE);
    }

    private static Response exchange(Opener opener, Request request) throws IOException {
        HttpExchange exchange = opener.open(request);
        exchange.send();
        return exchange.receive();
    }

    private static String read(Connection connection, int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            int got = connection.input().read(bytes, done, count - done);
            assertThat(got).isPositive();
            done += got;
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @Rule("R-ASYNC-17")
    void answerThatIsHere_isGivenAtOnceAndWithoutCallbacks() {
        server.handle("/a", HELLO);
        open(new Exchanges(List.of(new MemoryCache()), Engine.exchanges(state, new SharedConnections())));
        Conversation client = Conversation.async(api, log, server);
        assertThat(client.readText(client.get("/a"))).isEqualTo("hello");
        HINTERNET request = client.openRequest("/a");
        log.clear();

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(log.entries()).isEmpty();
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(log.entries()).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    /** Answers a 401 with a second leg, and uses the engine for something else in between. */
    private final class TwoLegs implements HttpExchange {
        private final Request request;
        private final Opener below;
        private HttpExchange leg;

        TwoLegs(Request request, Opener below) {
            this.request = request.holdingConnection();
            this.below = below;
            this.leg = below.open(this.request);
        }

        @Override
        public boolean isReady() {
            return leg.isReady();
        }

        @Override
        public void send() throws IOException {
            leg.send();
        }

        @Override
        public void write(ByteBuffer data) throws IOException {
            leg.write(data);
        }

        @Override
        public Response receive() throws IOException {
            Response response = leg.receive();
            exchange(below, get(url("/between")));
            HeaderList headers = request.headers().copy();
            headers.add("Authorization", "Legs 2");
            leg = below.open(request.withHeaders(headers).after(response.transcript().stream()));
            leg.send();
            return leg.receive();
        }

        @Override
        public void finish() {
            leg.finish();
        }

        @Override
        public void abandon() {
            leg.abandon();
        }
    }

    @Test
    void nextLeg_goesOnTheSameConnection_withTheCookiesOfTheLegBefore() {
        server.onRequest("HTTP/1.1 401 Who\r\nSet-Cookie: a=1\r\nContent-Length: 2\r\n\r\nno");
        server.onRequest(HELLO);
        server.onRequest(HELLO);
        open(new Exchanges(List.of(TwoLegs::new), Engine.exchanges(state, new SharedConnections())));
        Conversation client = Conversation.sync(api, log, server);

        assertThat(client.readText(client.get("/a"))).isEqualTo("hello");

        List<RecordedRequest> sent = server.requests();
        assertThat(sent).extracting(RecordedRequest::connection).containsExactly(1, 2, 1);
        assertThat(sent.get(2).header("Authorization")).isEqualTo("Legs 2");
        assertThat(sent.get(2).header("Cookie")).isEqualTo("a=1");
    }

    @Test
    void bytesAfterA101_areTheCallers() throws IOException {
        server.onConnection(script().awaitRequest()
                .send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nfirst")
                .awaitBytes(4)
                .send("last")
                .awaitClose());

        Response response = exchange(network(Route.DIRECT), get(url("/")).holdingConnection());
        assertThat(response.transcript().response().status()).isEqualTo(101);
        Connection connection = response.transcript().stream().upgrade();

        assertThat(read(connection, 5)).isEqualTo("first");
        connection.output().write(bytes("ping"));
        assertThat(read(connection, 4)).isEqualTo("last");
        assertThat(events.names()).doesNotContain("closingConnection");
        state.pool().discard(connection, ConnectionEvents.SILENT);
    }

    private static Route closedRoute() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return new Route(new Endpoint("127.0.0.1", listener.getLocalPort()), connection -> {});
        }
    }

    @Test
    void routeThatFails_isFollowedByTheNext() throws IOException {
        server.handle("/", HELLO);

        Response response = exchange(network(closedRoute(), Route.DIRECT), get(url("/")));

        assertThat(response.transcript().response().status()).isEqualTo(200);
        assertThat(events.names()).startsWith("connecting", "connecting", "connected", "sendingRequest");
        response.transcript().stream().finish();
    }

    @Test
    void routes_ofWhichAllFail_failAsTheLastDid() throws IOException {
        Network network = network(closedRoute(), closedRoute());

        assertThatThrownBy(() -> exchange(network, get(url("/"))))
                .isInstanceOf(SocketException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    private static void refuseTunnel(Connection connection) throws IOException {
        connection.output().write(bytes("CONNECT h:443 HTTP/1.1\r\n\r\n"));
        String answer = read(connection, 6);
        throw new ProxyAnswerException(new MemoryStream(
                new HeadSamples.Response(407, "HTTP/1.1", "Who", list("Content-Length: 6")), bytes(answer)));
    }

    @Test
    void answerToConnect_becomesTheResponse() {
        server.onConnection(script().awaitRequest().send("no way").awaitClose());
        Route route = new Route(new Endpoint(server.host(), server.port()), SeamTest::refuseTunnel);
        WinInetConfig config = state.config();
        open(Exchanges.of(
                network(route), state.options().servers(), state.cookies(), config.switches(), Exchanges.NO_CACHE));
        Conversation client = Conversation.sync(api, log, server);

        HINTERNET request = client.get("/secret");

        assertThat(client.status(request)).isEqualTo(407);
        assertThat(client.readText(request)).isEqualTo("no way");
        assertThat(server.takeRequest().requestLine()).isEqualTo("CONNECT h:443 HTTP/1.1");
    }

    @Test
    void urlOfAnotherScheme_isAskedOfAProxyInFull() throws IOException {
        server.onRequest(HELLO);
        Route route = new Route(new Endpoint(server.host(), server.port()), null);

        Response response = exchange(network(route), get(new HttpUrl(UrlScheme.FTP, "files.example", 21, "/a;type=i")));

        assertThat(response.transcript().response().status()).isEqualTo(200);
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.requestLine()).isEqualTo("GET ftp://files.example/a;type=i HTTP/1.1");
        assertThat(sent.header("Host")).isEqualTo("files.example");
        response.transcript().stream().finish();
    }
}
