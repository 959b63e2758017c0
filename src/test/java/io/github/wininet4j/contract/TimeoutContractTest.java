package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Time that operations may take, and time that connections and names are kept. */
@ContractTest
final class TimeoutContractTest extends HttpFixture {
    private static final int CONNECT = InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT;
    private static final int SEND = InternetOption.INTERNET_OPTION_SEND_TIMEOUT;
    private static final int RECEIVE = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
    private static final int REQUEST_FLAGS = InternetOption.INTERNET_OPTION_REQUEST_FLAGS;
    private static final int INFINITE = -1;

    /** More than the buffers of both ends take. */
    private static final int MUCH = 64 << 20;

    TimeoutContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static void set(BackEnd api, @Nullable HINTERNET handle, int option, int value) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(value), 4))
                .isTrue();
    }

    private static int get(BackEnd api, @Nullable HINTERNET handle, int option) {
        DwordRef value = new DwordRef();
        assertThat(api.InternetQueryOption(handle, option, value, new DwordRef(4)))
                .isTrue();
        return value.value;
    }

    /** A port whose queue is full: Linux leaves further attempts to connect without an answer. */
    private int deafPort() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux ignores attempts beyond the queue");
        ServerSocket listener = backEnd.closeAfterTest(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        boolean full = false;
        for (int i = 0; i < 8 && !full; i++) {
            Socket filler = backEnd.closeAfterTest(new Socket());
            try {
                filler.connect(new InetSocketAddress("127.0.0.1", listener.getLocalPort()), 50);
            } catch (SocketTimeoutException e) {
                full = true;
            }
        }
        assumeTrue(full, "this system has room for more connections than were asked for");
        return listener.getLocalPort();
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-TIMEOUT-6", "R-OPTN-2", "R-ERRN-12002"})
    void connectTimeout_endsTheAttempt() throws IOException {
        Conversation client = Conversation.with(api, log, "127.0.0.1", deafPort(), 0, 0);
        HINTERNET request = client.openRequest("/");
        set(api, request, CONNECT, 30);

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-OPTN-2"})
    void connectTimeout_holdsForAllAddressesTogether() throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.1"));
        BackEnd api = backEnd.open(config -> config.withResolver(host -> addresses));
        Conversation client = Conversation.with(api, log, "deaf.test", deafPort(), 0, 0);
        HINTERNET request = client.openRequest("/");
        set(api, request, CONNECT, 30);

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(log.names()).containsOnlyOnce("CONNECTING_TO_SERVER");
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-OPTN-5", "R-ERRN-12002"})
    void sendTimeout_endsAnUploadThatNobodyReads() {
        server.onConnection(Script.script().stall());
        Conversation client = sync();
        HINTERNET request = client.openRequest("POST", "/", 0);
        set(api, request, SEND, 50);

        assertThat(client.send(request, null, new byte[MUCH])).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-TIMEOUT-13", "R-OPTN-6", "R-OPTN-23"})
    void receiveTimeout_isToldByTheRequestFlags_untilTheNextSending() {
        server.onRequest(Script.script().awaitClose());
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        set(api, request, RECEIVE, 50);
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(get(api, request, REQUEST_FLAGS))
                .isEqualTo(OptionValue.INTERNET_REQFLAG_NO_HEADERS | OptionValue.INTERNET_REQFLAG_NET_TIMEOUT);

        set(api, request, RECEIVE, INFINITE);
        assertThat(client.send(request)).isZero();
        assertThat(get(api, request, REQUEST_FLAGS)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-ASYNC-39"})
    void receiveTimeout_inAnAsyncSession_isTheErrorOfTheCompletion() {
        server.onRequest(Script.script().awaitClose());
        Conversation client = async();
        set(api, client.connect(), RECEIVE, 50);
        HINTERNET request = client.openRequest("/");

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();

        assertThat(log.awaitComplete(request).dwError).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-TIMEOUT-1", "R-TIMEOUT-12", "R-OPT-19"})
    void timeoutSetOnTheNullHandle_holdsForLaterSessions() {
        server.onRequest(Script.script().awaitClose());
        set(api, null, RECEIVE, 50);
        Conversation client = sync();

        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-TIMEOUT-2", "R-TIMEOUT-4", "R-TIMEOUT-10", "R-CONTRA-21", "R-OPEN-Q-1"})
    void defaults_areThoseThatWereSeen() {

        assertThat(get(api, null, InternetOption.INTERNET_OPTION_CONNECT_RETRIES))
                .isEqualTo(5);
        assertThat(get(api, null, CONNECT)).isEqualTo(60_000);
        assertThat(get(api, null, RECEIVE)).isEqualTo(30_000);
    }

    @Test
    @Rule("R-TIMEOUT-8")
    void idleConnections_areKeptForAMinute_andNamesForTwo() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        AtomicInteger lookUps = new AtomicInteger();
        BackEnd api = backEnd.open(config -> config.withClock(now::get).withResolver(host -> {
            lookUps.incrementAndGet();
            return List.of(InetAddress.getByName("127.0.0.1"));
        }));
        server.handleAll(request -> Script.script().send(HELLO).mayBeCutShort());
        Conversation client = Conversation.with(api, log, "server.test", server.port(), 0, 0);

        client.readAll(client.get("/"));
        now.updateAndGet(time -> time.plusSeconds(59));
        client.readAll(client.get("/"));
        assertThat(server.connectionCount()).isEqualTo(1);
        now.updateAndGet(time -> time.plusSeconds(60));
        client.readAll(client.get("/"));
        assertThat(server.connectionCount()).isEqualTo(2);
        assertThat(lookUps).hasValue(1);
        now.updateAndGet(time -> time.plusSeconds(60));
        client.readAll(client.get("/"));
        assertThat(server.connectionCount()).isEqualTo(3);
        assertThat(lookUps).hasValue(2);
    }
}
