package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE;
import static io.github.wininet4j.constant.HttpWebSocket.HTTP_WEB_SOCKET_RECEIVE_OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.testing.WebSocketFixture;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.StatusCallback;
import java.nio.ByteBuffer;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A WebSocket that sends and receives at the same time. */
@ContractTest
final class WebSocketPairContractTest extends WebSocketFixture {
    /** More than the buffers of a connection hold. */
    private static final int LARGE = 64 << 20;

    private static final long BUSY_NANOS = 300_000_000;

    WebSocketPairContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private HINTERNET open(WebSocketPeer peer, int flags) {
        Conversation client = client(peer, flags);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        return socket == null ? new HINTERNET(log.awaitComplete().dwResult) : socket;
    }

    private static void work() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < BUSY_NANOS) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Rule({"R-SEQ-15", "R-WS-4"})
    void completions_ofBoth_areToldOneAfterTheOther() {
        WebSocketPeer peer = peer(connection -> {
            connection.send(FIN | BINARY, connection.read().payload());
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        log.clear();
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, status -> work());
        assertThat(api.HttpWebSocketReceive(socket, ByteBuffer.allocate(9), 9, new DwordRef(), new DwordRef()))
                .isFalse();

        assertThat(api.HttpWebSocketSend(
                        socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.wrap(bytes("hello")), 5))
                .isFalse();

        // The log would have complained about an overlap.
        log.await(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, 2);
    }

    @Test
    @Rule({"R-SEQ-15", "R-ASYNC-45"})
    void completionCallback_thatWaitsForTheOther_doesNotBlockIt() {
        WebSocketPeer peer = peer(connection -> {
            connection.send(FIN | BINARY, connection.read().payload());
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        Gate received = new Gate("the answer is received");
        api.InternetSetStatusCallback(socket, (handle, context, status, information, length) -> {
            if (information instanceof HTTP_WEB_SOCKET_ASYNC_RESULT result
                    && result.Operation == HTTP_WEB_SOCKET_RECEIVE_OPERATION) {
                received.open();
            } else if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                received.await();
            }
        });
        api.HttpWebSocketReceive(socket, ByteBuffer.allocate(9), 9, new DwordRef(), new DwordRef());

        api.HttpWebSocketSend(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.wrap(bytes("hello")), 5);

        received.await();
    }

    @Test
    @Rule("R-CB-7")
    void internetSetStatusCallback_whileASendPends_isRefused() {
        Gate refused = new Gate();
        WebSocketPeer peer = backEnd.closeAfterTest(WebSocketPeer.startNarrow(connection -> refused.await()));
        HINTERNET socket = open(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        log.clear();
        assertThat(api.HttpWebSocketSend(
                        socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.allocate(LARGE), LARGE))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);

        StatusCallback answer = api.InternetSetStatusCallback(socket, null);
        int error = api.GetLastError();
        refused.open();

        assertThat(answer).isSameAs(StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);
        assertThat(error).isEqualTo(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        log.awaitComplete(socket);
    }

    /** A server that goes on reading only once it was read. */
    @Test
    @Rule({"R-PROJ-WS-3", "R-WS-7"})
    void receive_whileASendIsStuck_isNotHeldUpByPings() throws Exception {
        Gate received = new Gate();
        WebSocketPeer peer = backEnd.closeAfterTest(WebSocketPeer.startNarrow(connection -> {
            connection.awaitFrame();
            connection.send(FIN | PING, bytes("first"));
            connection.send(FIN | PING, bytes("last"));
            connection.send(FIN | BINARY, bytes("hello"));
            received.await();
            assertThat(connection.read().payload()).hasSize(LARGE);
            WebSocketPeer.Frame pong = connection.read();
            assertThat(pong.first()).isEqualTo(FIN | PONG);
            assertThat(pong.text()).isEqualTo("last");
            connection.awaitEnd();
        }));
        HINTERNET socket = open(peer, 0);
        FutureTask<Integer> sending = new FutureTask<>(() ->
                api.HttpWebSocketSend(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.allocate(LARGE), LARGE)
                        ? 0
                        : api.GetLastError());
        new Thread(sending, "sender").start();

        String first = receive(socket, 100);
        received.open();

        assertThat(first).isEqualTo("0:hello");
        assertThat(sending.get(Waits.SECONDS, TimeUnit.SECONDS)).isZero();
    }
}
