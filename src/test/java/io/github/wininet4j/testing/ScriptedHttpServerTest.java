package io.github.wininet4j.testing;

import static io.github.wininet4j.testing.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripted server, driven by a bare socket. */
final class ScriptedHttpServerTest {
    private static final String GET = "GET /a?b=c HTTP/1.1\r\nHost: x\r\nX-Two:  1 \r\nx-two: 2\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    @Test
    void onConnection_script_isPlayedToTheByteAndRecorded() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                        .onConnection(script().respond(OK).close());
                Socket client = connect(server)) {
            send(client, GET);

            assertThat(readAll(client)).isEqualTo(OK);
            RecordedRequest request = server.takeRequest();
            assertThat(request.head()).isEqualTo(GET);
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/a?b=c");
            assertThat(request.path()).isEqualTo("/a");
            assertThat(request.headerNames()).containsExactly("Host", "X-Two", "x-two");
            assertThat(request.values("X-TWO")).containsExactly("1", "2");
            assertThat(request.headers().get(1).line()).isEqualTo("X-Two:  1 ");
            assertThat(request.connection()).isEqualTo(1);
            assertThat(server.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void onConnection_bodies_areReadByLengthAndByChunks() throws Exception {
        try (ScriptedHttpServer server =
                        ScriptedHttpServer.start().onRequest(OK).onRequest(OK);
                Socket client = connect(server)) {
            send(client, "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
            send(
                    client,
                    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nde\r\n1\r\nf\r\n0\r\nT: 1\r\n\r\n");

            assertThat(server.takeRequest().bodyText()).isEqualTo("abc");
            RecordedRequest chunked = server.takeRequest();
            assertThat(chunked.bodyText()).isEqualTo("def");
            assertThat(new String(chunked.rawBody(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("2;x\r\nde\r\n1\r\nf\r\n0\r\nT: 1\r\n\r\n");
            assertThat(readExactly(client, 2 * OK.length())).isEqualTo(OK + OK);
        }
    }

    @Test
    void onConnection_headAndBodyApart_allowAnAnswerInBetween() throws Exception {
        Gate headSeen = new Gate("head seen");
        Script script = script().awaitHead()
                .signal(headSeen)
                .send("HTTP/1.1 100 Continue\r\n\r\n")
                .awaitBody()
                .send(OK)
                .close();
        try (ScriptedHttpServer server = ScriptedHttpServer.start().onConnection(script);
                Socket client = connect(server)) {
            send(client, "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n");
            headSeen.await();
            assertThat(server.requests()).isEmpty();
            send(client, "abc");

            assertThat(readAll(client)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n" + OK);
            assertThat(server.takeRequest().bodyText()).isEqualTo("abc");
        }
    }

    @Test
    void takeRequest_whenNoneComes_endsInTheTimeOfTheCaller() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(OK);
                Socket client = connect(server)) {
            assertThatThrownBy(() -> server.takeRequest(Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("no request within 0.02 s; so far: []");
            send(client, GET);
            assertThat(server.takeRequest(Duration.ofSeconds(Long.MAX_VALUE)).target())
                    .isEqualTo("/a?b=c");
            for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-5))) {
                assertThatThrownBy(() -> server.takeRequest(none))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith("no request within " + none.toSeconds() + " s; so far: [")
                        .hasMessageContaining("/a?b=c");
            }
        }
    }

    @Test
    void guide_saysHowLongWaitsAre() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/testing.md")))
                .contains("waits up to " + ScriptedHttpServer.REQUEST_SECONDS + " seconds for the next request")
                .contains("end after " + Waits.SECONDS + " seconds");
    }

    @Test
    void onConnection_gates_holdBytesBack() throws Exception {
        Gate second = new Gate("second");
        Gate reached = new Gate("reached");
        Script script = script().awaitRequest()
                .send("a")
                .signal(reached)
                .hold(second)
                .drip("bcde", 2, second)
                .close();
        try (ScriptedHttpServer server = ScriptedHttpServer.start().onConnection(script);
                Socket client = connect(server)) {
            send(client, GET);
            InputStream in = client.getInputStream();

            assertThat(in.read()).isEqualTo('a');
            reached.await();
            assertThat(in.available()).isZero();
            second.open();
            assertThat(readAll(client)).isEqualTo("bcde");
        }
    }

    @Test
    void onConnection_halfClose_stillReads() throws Exception {
        Gate seen = new Gate("late byte seen");
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                        .onConnection(script().halfClose().awaitBytes(1).signal(seen));
                Socket client = connect(server)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            send(client, "x");
            seen.await();
        }
    }

    @Test
    void onConnection_reset_resetsTheConnection() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                        .onConnection(script().awaitRequest().reset());
                Socket client = connect(server)) {
            send(client, GET);

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void onConnection_awaitClose_seesTheClientGo() throws Exception {
        Gate gone = new Gate("gone");
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                .onConnection(script().respond(OK).awaitClose().signal(gone))) {
            try (Socket client = connect(server)) {
                send(client, GET);
                readExactly(client, OK.length());
                assertThat(gone.isOpen()).isFalse();
            }
            gone.await();
        }
    }

    @Test
    void requests_withoutScript_goToAnswersThenPathsThenAll() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                        .onConnection(script().respond("1"))
                        .onRequest("2")
                        .handle("/a", "3")
                        .handleAll(request -> script().send(request.path()).close());
                Socket client = connect(server)) {
            send(client, GET + GET + GET + "GET /z HTTP/1.1\r\n\r\n");

            assertThat(readAll(client)).isEqualTo("123/z");
            assertThat(server.requests())
                    .extracting(RecordedRequest::connection)
                    .containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void startOnIpv6_listensThere() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.startOnIpv6().onRequest(OK);
                Socket client = new Socket(server.address(), server.port())) {
            send(client, GET);

            assertThat(readExactly(client, OK.length())).isEqualTo(OK);
            assertThat(server.url("/")).isEqualTo("http://[::1]:" + server.port() + "/");
        }
    }

    @Test
    void close_afterAnUnexpectedRequest_fails() throws Exception {
        ScriptedHttpServer server = ScriptedHttpServer.start();
        try (Socket client = connect(server)) {
            send(client, GET);
            assertThat(readAll(client)).isEmpty();
        }

        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no script expects")
                .hasMessageContaining("GET /a?b=c");
    }

    @Test
    void close_withLeftScripts_fails() {
        ScriptedHttpServer server =
                ScriptedHttpServer.start().onConnection(script().respond(OK)).onRequest(OK);

        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no connection came")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void close_whenTheClientLeftEarly_failsUnlessTolerated() throws Exception {
        Gate begun = new Gate("begun");
        ScriptedHttpServer strict = ScriptedHttpServer.start()
                .onConnection(script().signal(begun).awaitRequest().send(OK));
        connect(strict).close();
        begun.await();
        assertThatThrownBy(strict::close).hasMessageContaining("'awaitRequest'");

        Gate begunAgain = new Gate("begun again");
        ScriptedHttpServer tolerant = ScriptedHttpServer.start()
                .onConnection(
                        script().signal(begunAgain).awaitRequest().send(OK).mayBeCutShort());
        connect(tolerant).close();
        begunAgain.await();
        tolerant.close();
    }

    @Test
    void close_whenTheClientDoesNotReadACannedAnswer_isFine() throws Exception {
        ScriptedHttpServer server =
                ScriptedHttpServer.start().onRequest("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(9_000_000));
        try (Socket client = connect(server)) {
            send(client, GET);
            server.takeRequest();
        }

        server.close();
    }

    @Test
    void close_duringHoldOrAwait_endsAndNamesTheStep() throws Exception {
        Gate never = new Gate("never");
        Gate begun = new Gate("begun");
        ScriptedHttpServer server =
                ScriptedHttpServer.start().onConnection(script().signal(begun).hold(never));
        try (Socket client = connect(server)) {
            begun.await();
            assertThatThrownBy(server::close)
                    .hasMessageContaining("the server was closed")
                    .hasMessageContaining("gate 'never'");
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void close_duringHangOrStall_isFine() throws Exception {
        Gate hanging = new Gate("hanging");
        Gate stalling = new Gate("stalling");
        ScriptedHttpServer server = ScriptedHttpServer.start()
                .onConnection(script().signal(hanging).hang())
                .onConnection(script().signal(stalling).stall());
        try (Socket first = connect(server);
                Socket second = connect(server)) {
            hanging.await();
            stalling.await();
            server.close();
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            assertThat(second.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void close_afterAFailingHandler_passesItsFailureOn() throws Exception {
        ScriptedHttpServer server = ScriptedHttpServer.start().handleAll(request -> {
            throw new AssertionError("wrong " + request.method());
        });
        try (Socket client = connect(server)) {
            send(client, GET);
            assertThat(readAll(client)).isEmpty();
        }

        assertThatThrownBy(server::close).hasMessageContaining("wrong GET");
    }

    private static Socket connect(ScriptedHttpServer server) throws IOException {
        return new Socket(server.address(), server.port());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readAll(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String readExactly(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
