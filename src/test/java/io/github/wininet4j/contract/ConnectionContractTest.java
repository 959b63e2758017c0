package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections: failing, timing out, trying address after address, waiting for their turn. */
@ContractTest
final class ConnectionContractTest extends HttpFixture {

    ConnectionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void set(BackEnd api, HINTERNET handle, int option, int value) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(value), 4))
                .isTrue();
    }

    @Test
    @Rule({"R-ERRN-12029", "R-SEND-11", "R-OPTN-24"})
    void refusedConnection_is12029() throws IOException {
        Conversation client = Conversation.with(api, log, "127.0.0.1", closedPort(), 0, 0);

        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);

        DwordRef socketError = new DwordRef();
        assertThat(api.InternetQueryOption(
                        null, InternetOption.INTERNET_OPTION_EXTENDED_ERROR, socketError, new DwordRef(4)))
                .isTrue();
        assertThat(socketError.value).isIn(0, 10061);
    }

    @Test
    @Rule({"R-OPTN-3", "R-TIMEOUT-7", "R-ERRN-12029"})
    void addresses_areTriedInTurn_upToTheRetries() throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1"));
        server.handleAll(request -> Script.script().send(HELLO));
        BackEnd api = backEnd.open(config -> config.withResolver(host -> addresses));
        Conversation client = Conversation.with(api, log, "two.test", server.port(), 0, 0);
        HINTERNET request = client.openRequest("/");

        assertThat(client.send(request)).isZero();
        assertThat(log.names())
                .containsSubsequence("CONNECTING_TO_SERVER", "CONNECTING_TO_SERVER", "CONNECTED_TO_SERVER");

        BackEnd once = backEnd.open(config -> config.withResolver(host -> addresses));
        set(once, null, InternetOption.INTERNET_OPTION_CONNECT_RETRIES, 1);
        Conversation other = Conversation.with(once, backEnd.statusLog(), "two.test", server.port(), 0, 0);
        assertThat(other.send(other.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    @Rule({"R-CONN-2", "R-OPTN-3"})
    void ipv6First_fallsBackToIpv4() throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1"));
        server.onRequest(HELLO);
        BackEnd api = backEnd.open(config -> config.withResolver(host -> addresses));
        Conversation client = Conversation.with(api, log, "dual.test", server.port(), 0, 0);

        assertThat(client.send(client.openRequest("/"))).isZero();
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-READ-15", "R-ERRN-12002", "R-OPTN-6", "R-TIMEOUT-5"})
    void receiveTimeout_endsTheWaitForHeadAndBody() {
        server.onRequest(Script.script().awaitClose());
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        set(api, request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 50);

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")
                .awaitClose());
        // Holds for the head as well, which must not be late on a busy machine.
        set(api, request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 3_000);
        assertThat(client.send(request)).isZero();
        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(-WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-TIMEOUT-12", "R-HANDLE-25", "R-HANDLE-24", "R-OPT-19"})
    void timeouts_areCopiedWhenAHandleIsMade() {
        Conversation client = sync();
        set(api, client.connect(), InternetOption.INTERNET_OPTION_SEND_TIMEOUT, 1111);
        HINTERNET request = client.openRequest("/");
        set(api, client.connect(), InternetOption.INTERNET_OPTION_SEND_TIMEOUT, 2222);
        DwordRef value = new DwordRef();

        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, value, new DwordRef(4)))
                .isTrue();
        assertThat(value.value).isEqualTo(1111);
    }

    @Test
    @Rule({"R-LIMIT-1", "R-LIMIT-2", "R-LIMIT-8", "R-LIMIT-9"})
    void thirdRequestToAServer_waitsItsTurn() {
        Gate first = new Gate();
        server.handle("/0", request -> Script.script().hold(first).send(HELLO));
        server.handle("/1", request -> Script.script().hold(first).send(HELLO));
        server.handle("/2", request -> Script.script().send(HELLO));
        Conversation client = async();
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            HINTERNET request = client.openRequest("/" + i);
            api.HttpSendRequest(request, null, 0, null, 0);
            requests.add(request);
            server.takeRequest();
        }
        HINTERNET third = client.openRequest("/2");
        assertThat(api.HttpSendRequest(third, null, 0, null, 0)).isFalse();
        assertThat(server.connectionCount()).isEqualTo(2);

        first.open();
        for (HINTERNET request : requests) {
            assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        }
        requests.forEach(client::readAll);
        // The log was cleared by reading; what the third did shows on the server.
        assertThat(server.takeRequest().target()).isEqualTo("/2");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-LIMIT-3", "R-LIMIT-4", "R-OPTN-73"})
    void raisedLimit_letsMoreIn() {
        set(api, null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, 8);
        Gate all = new Gate();
        server.handleAll(request -> Script.script().hold(all).send(HELLO));
        Conversation client = async();
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            HINTERNET request = client.openRequest("/" + i);
            api.HttpSendRequest(request, null, 0, null, 0);
            requests.add(request);
        }
        for (int i = 0; i < 8; i++) {
            server.takeRequest();
        }
        assertThat(server.connectionCount()).isEqualTo(8);
        all.open();
        requests.forEach(
                request -> assertThat(log.awaitComplete(request).dwResult).isEqualTo(1));
    }

    @Test
    @Rule({"R-CONN-3", "R-CONN-7"})
    void credentials_areNotSentUnasked() {
        server.onRequest(HELLO);
        HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), "user", "secret", 3, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(server.takeRequest().hasHeader("Authorization")).isFalse();
    }

    @Test
    @Rule({"R-CONN-9", "R-TLS-19", "R-REQ-17", "R-ERRN-12157"})
    void tlsToAPlainPort_is12157Or12029() {
        server.onConnection(
                Script.script().awaitBytes(1).send("HTTP/1.1 400 Bad\r\n\r\n").close());
        Conversation client = Conversation.with(api, log, server.host(), server.port(), 0, 0);
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(client.send(request))
                .isIn(WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR, WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    @Rule("R-SEND-17")
    void requestWithConnectionClose_isTheLastOfItsConnection() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request, "Connection: close", new byte[0])).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");

        assertThat(client.readText(client.get("/"))).isEqualTo("hello");

        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule("R-SEND-17")
    void bytesBehindAResponse_areNoAnswerToTheNextRequest() {
        Gate read = new Gate();
        Gate sent = new Gate();
        server.onConnection(Script.script()
                .awaitRequest()
                .send(HELLO)
                .hold(read)
                .send("extra")
                .signal(sent)
                .mayBeCutShort());
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        Conversation client = sync();
        assertThat(client.readText(client.get("/1"))).isEqualTo("hello");
        read.open();
        sent.await();
        // A connection that rested for a millisecond only is trusted.
        long begin = System.currentTimeMillis();
        while (System.currentTimeMillis() < begin + 2) {
            Thread.onSpinWait();
        }

        HINTERNET next = client.get("/2");

        assertThat(client.readText(next)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SEND-11", "R-SEND-13"})
    void answerWithoutHead_onAReusedConnection_isNone() {
        server.onConnection(Script.script()
                .awaitRequest()
                .send(HELLO)
                .awaitRequest()
                .send("extra")
                .mayBeCutShort());
        Conversation client = sync();
        assertThat(client.readText(client.get("/1"))).isEqualTo("hello");

        assertThat(client.send(client.openRequest("/2"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }
}
