package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.WebSocketFixture;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Messages, fragments and closing over WebSocket, modelled on WinHTTP (R-WS-6). */
@ContractTest
final class WebSocketContractTest extends WebSocketFixture {

    WebSocketContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @Test
    @Rule({"R-WS-1", "R-WS-6", "R-OPTX-126", "R-CONTRA-27"})
    void httpSendRequest_afterTheOption_asksForWebSocket() {
        WebSocketPeer peer = peer(WebSocketPeer.Connection::awaitEnd);

        HINTERNET socket = open(peer);

        assertThat(peer.heads().get(0))
                .contains(
                        "GET /chat HTTP/1.1\r\n",
                        "Upgrade: websocket\r\n",
                        "Connection: Upgrade\r\n",
                        "Sec-WebSocket-Version: 13\r\n")
                .doesNotContain("Sec-WebSocket-Extensions");
        assertThat(api.InternetCloseHandle(socket)).isTrue();
    }

    @Test
    @Rule({"R-WS-2", "R-WS-3"})
    void messages_goBothWays_andClientFramesAreMasked() {
        WebSocketPeer peer = peer(connection -> {
            WebSocketPeer.Frame text = connection.read();
            assertThat(text.first()).isEqualTo(FIN | TEXT);
            assertThat(text.masked()).isTrue();
            connection.send(FIN | TEXT, bytes("you said " + text.text()));
            WebSocketPeer.Frame binary = connection.read();
            assertThat(binary.first()).isEqualTo(FIN | BINARY);
            connection.send(FIN | BINARY, binary.payload());
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);

        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "grüß dich")).isZero();
        assertThat(receive(socket, 100)).isEqualTo("2:you said grüß dich");
        assertThat(send(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, "")).isZero();
        assertThat(receive(socket, 100)).isEqualTo("0:");
    }

    @Test
    @Rule({"R-WS-3", "R-PROJ-WS-4"})
    void fragments_areOneMessage_ofOneKind() {
        WebSocketPeer peer = peer(connection -> {
            assertThat(connection.read().first()).isEqualTo(TEXT);
            assertThat(connection.read().first()).isZero();
            assertThat(connection.read().first()).isEqualTo(FIN);
            assertThat(connection.read().first()).isEqualTo(FIN | BINARY);
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);

        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE, "a")).isZero();
        assertThat(send(socket, HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE, "x"))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE, "b")).isZero();
        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "c")).isZero();
        assertThat(send(socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, "d")).isZero();
    }

    @Test
    @Rule({"R-WS-3", "R-PROJ-WS-2"})
    void receive_endsWithTheFrameOrTheBuffer_andSaysWhetherMoreFollows() {
        WebSocketPeer peer = peer(connection -> {
            connection.send(FIN | BINARY, bytes("0123456789"));
            connection.send(TEXT, bytes("one "));
            connection.send(0, bytes(""));
            connection.send(FIN | PING, bytes("between"));
            connection.send(FIN, bytes("two"));
            connection.send(FIN | TEXT, bytes(""));
            assertThat(connection.read().text()).isEqualTo("between");
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);

        assertThat(receive(socket, 4)).isEqualTo("1:0123");
        assertThat(receive(socket, 4)).isEqualTo("1:4567");
        assertThat(receive(socket, 4)).isEqualTo("0:89");
        assertThat(receive(socket, 100)).isEqualTo("3:one ");
        assertThat(receive(socket, 100)).isEqualTo("2:two");
        assertThat(receive(socket, 100)).isEqualTo("2:");
    }

    @Test
    @Rule("R-WS-3")
    void ping_isAnsweredByTheServer_andItsPongIsNoData() {
        WebSocketPeer peer = peer(connection -> {
            WebSocketPeer.Frame ping = connection.read();
            assertThat(ping.first()).isEqualTo(FIN | PING);
            connection.send(FIN | PONG, ping.payload());
            connection.send(FIN | TEXT, bytes("after"));
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);

        assertThat(send(socket, HTTP_WEB_SOCKET_PING_TYPE, "x".repeat(126)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(send(socket, HTTP_WEB_SOCKET_PING_TYPE, "x".repeat(125))).isZero();
        assertThat(receive(socket, 100)).isEqualTo("2:after");
    }

    @Test
    @Rule({"R-WS-2", "R-WS-5", "R-WS-7", "R-WS-8"})
    void close_ofTheServer_isReceived_andItsReasonCanBeQueried() {
        WebSocketPeer peer = peer(connection -> {
            connection.send(FIN | CLOSE, new byte[] {0x03, (byte) 0xE9, 'b', 'y', 'e'});
            assertThat(connection.read().payload()).containsExactly(0x03, (byte) 0xE8);
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);
        WordRef status = new WordRef();
        DwordRef length = new DwordRef();
        ByteBuffer reason = ByteBuffer.allocate(123);
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, reason, 123, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);

        assertThat(receive(socket, 100)).isEqualTo("4:");
        assertThat(receive(socket, 100)).isEqualTo("error " + Win32Error.ERROR_INVALID_OPERATION);

        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, length))
                .isTrue();
        assertThat(length.value).isEqualTo(3);
        assertThat(status.value).isEqualTo(HTTP_WEB_SOCKET_ENDPOINT_TERMINATED_CLOSE_STATUS);
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, reason, 2, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, reason, 123, length))
                .isTrue();
        assertThat(Arrays.copyOf(reason.array(), 3)).isEqualTo(bytes("bye"));
        assertThat(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isTrue();
    }

    @Test
    @Rule({"R-WS-7", "R-WS-8"})
    void shutdown_endsSendingOnly_andCloseWaitsForTheServer() {
        WebSocketPeer peer = peer(connection -> {
            assertThat(connection.read().first()).isEqualTo(FIN | CLOSE);
            connection.send(FIN | TEXT, bytes("still here"));
            connection.send(FIN | TEXT, bytes("dropped"));
            connection.send(FIN | CLOSE, new byte[0]);
            connection.awaitEnd();
        });
        HINTERNET socket = open(peer);
        byte[] reason = bytes("done");

        assertThat(api.HttpWebSocketShutdown(
                        socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, ByteBuffer.wrap(reason), reason.length))
                .isTrue();
        assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "late"))
                .isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(api.HttpWebSocketShutdown(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(receive(socket, 100)).isEqualTo("2:still here");
        assertThat(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isTrue();

        WordRef status = new WordRef();
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, new DwordRef()))
                .isTrue();
        assertThat(status.value).isEqualTo(HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS);
    }

    @Test
    @Rule({"R-PROJ-WS-5", "R-OPTX-134"})
    void close_withoutAnAnswer_endsWithItsTimeout() {
        WebSocketPeer peer = peer(WebSocketPeer.Connection::awaitEnd);
        HINTERNET socket = open(peer);
        assertThat(api.InternetSetOption(
                        socket, UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        assertThat(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-WS-7", "R-ERRN-12030"})
    void connection_thatEndsWithoutAClose_isAborted() {
        HINTERNET socket = open(peer(connection -> connection.send(FIN | TEXT, bytes("last"))));

        assertThat(receive(socket, 100)).isEqualTo("2:last");
        assertThat(receive(socket, 100)).isEqualTo("error " + WinInetError.ERROR_INTERNET_CONNECTION_ABORTED);
    }

    @Test
    @Rule({"R-WS-1", "R-PROJ-WS-1"})
    void completeUpgrade_withoutAn101_orTwice_isTheWrongState() {
        WebSocketPeer peer = peer(WebSocketPeer.Connection::awaitEnd);
        Conversation client = client(peer, 0);
        HINTERNET request = upgrading(client);
        assertThat(api.HttpWebSocketCompleteUpgrade(request, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(client.send(request)).isZero();

        assertThat(api.HttpWebSocketCompleteUpgrade(request, 0)).isNotNull();

        assertThat(api.HttpWebSocketCompleteUpgrade(request, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    @Test
    @Rule({"R-WS-4", "R-WS-7", "R-ASYNC-22"})
    void receiveAndSend_runBesideEachOther_andEachCompletesByItself() throws InterruptedException {
        Gate sent = new Gate();
        WebSocketPeer peer = peer(connection -> {
            assertThat(connection.read().text()).isEqualTo("question");
            sent.await();
            connection.send(FIN | TEXT, bytes("answer"));
            connection.awaitEnd();
        });
        HINTERNET socket = openAsync(peer);
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = completions(socket);
        ByteBuffer target = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef();
        DwordRef type = new DwordRef();

        assertThat(api.HttpWebSocketReceive(socket, target, 100, count, type)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(api.HttpWebSocketReceive(socket, ByteBuffer.allocate(1), 1, new DwordRef(), new DwordRef()))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        byte[] question = bytes("question");
        if (!api.HttpWebSocketSend(
                socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, ByteBuffer.wrap(question), question.length)) {
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            HTTP_WEB_SOCKET_ASYNC_RESULT first = done.take();
            assertThat(first.Operation).isEqualTo(HTTP_WEB_SOCKET_SEND_OPERATION);
            assertThat(first.dwBytesTransferred).isEqualTo(question.length);
        }
        assertThat(count.value).isZero();
        sent.open();

        HTTP_WEB_SOCKET_ASYNC_RESULT received = done.take();
        assertThat(received.dwResult).isEqualTo(1);
        assertThat(received.Operation).isEqualTo(HTTP_WEB_SOCKET_RECEIVE_OPERATION);
        assertThat(received.BufferType).isEqualTo(HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE);
        assertThat(received.dwBytesTransferred).isEqualTo(6);
        assertThat(count.value).isEqualTo(6);
        assertThat(type.value).isEqualTo(HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE);
        assertThat(new String(target.array(), 0, 6, StandardCharsets.UTF_8)).isEqualTo("answer");
    }

    @Test
    @Rule({"R-WS-4", "R-WS-7", "R-WS-8", "R-ASYNC-22"})
    void shutdownAndClose_completeAsTheOperationsThatTheyAre() throws InterruptedException {
        Gate answer = new Gate();
        WebSocketPeer peer = peer(connection -> {
            WebSocketPeer.Frame close = connection.read();
            assertThat(close.first()).isEqualTo(FIN | CLOSE);
            assertThat(close.payload()).startsWith(0x03, 0xE8).endsWith(bytes("bye"));
            answer.await();
            connection.send(FIN | CLOSE, close.payload());
            connection.awaitEnd();
        });
        HINTERNET socket = openAsync(peer);
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = completions(socket);
        int success = HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS;

        assertThat(api.HttpWebSocketShutdown(socket, success, ByteBuffer.wrap(bytes("bye")), 3))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertOutcome(done.take(), HTTP_WEB_SOCKET_SHUTDOWN_OPERATION, 0);
        assertThat(api.HttpWebSocketShutdown(socket, success, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertOutcome(done.take(), HTTP_WEB_SOCKET_SHUTDOWN_OPERATION, Win32Error.ERROR_INVALID_OPERATION);
        assertThat(api.HttpWebSocketClose(socket, success, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(done).isEmpty();
        answer.open();

        assertOutcome(done.take(), HTTP_WEB_SOCKET_CLOSE_OPERATION, 0);
        WordRef status = new WordRef();
        assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, new DwordRef()))
                .isTrue();
        assertThat(status.value).isEqualTo(success);
    }

    private static void assertOutcome(HTTP_WEB_SOCKET_ASYNC_RESULT result, int operation, int error) {
        assertThat(result.Operation).isEqualTo(operation);
        assertThat(result.dwError).isEqualTo(error);
        assertThat(result.dwResult).isEqualTo(error == 0 ? 1 : 0);
        assertThat(result.dwBytesTransferred).isZero();
    }

    @Test
    @Rule({"R-WS-4", "R-PROJ-WS-5", "R-OPTX-134"})
    void closeOfAnAsynchronousHandle_withoutAnAnswer_completesWithItsTimeout() throws InterruptedException {
        HINTERNET socket = openAsync(peer(WebSocketPeer.Connection::awaitEnd));
        assertThat(api.InternetSetOption(
                        socket, UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = completions(socket);

        assertThat(api.HttpWebSocketClose(socket, HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0))
                .isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertOutcome(done.take(), HTTP_WEB_SOCKET_CLOSE_OPERATION, WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    /** An asynchronous WebSocket. */
    private HINTERNET openAsync(WebSocketPeer peer) {
        Conversation client = client(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        return completed(request);
    }

    @Test
    @Rule({"R-PROJ-WS-3", "R-WS-7"})
    void receive_waitsLongerThanTheReceiveTimeout() throws InterruptedException {
        Gate late = new Gate();
        WebSocketPeer peer = peer(connection -> {
            late.await();
            connection.send(FIN | TEXT, bytes("late"));
            connection.awaitEnd();
        });
        HINTERNET socket = openAsync(peer);
        assertThat(api.InternetSetOption(socket, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(1), 4))
                .isTrue();
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = completions(socket);
        DwordRef count = new DwordRef();
        assertThat(api.HttpWebSocketReceive(socket, ByteBuffer.allocate(9), 9, count, new DwordRef()))
                .isFalse();

        // What waits for as long as the timeout is over before the message comes.
        ScriptedHttpServer silent = backEnd.closeAfterTest(ScriptedHttpServer.start());
        silent.handleAll(other -> Script.script().hang());
        HINTERNET other = Conversation.sync(api, backEnd.statusLog(), silent).openRequest("/");
        assertThat(api.InternetSetOption(other, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();
        assertThat(api.HttpSendRequest(other, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        late.open();

        assertThat(done.take().dwResult).isEqualTo(1);
        assertThat(count.value).isEqualTo(4);
    }

    /** Makes a WebSocket, whichever outcome that has. */
    private HINTERNET completed(HINTERNET request) {
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        if (socket == null) {
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            socket = new HINTERNET(log.awaitComplete().dwResult);
        }
        return socket;
    }

    private BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> completions(HINTERNET socket) {
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = new LinkedBlockingQueue<>();
        api.InternetSetStatusCallback(socket, (handle, context, status, information, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                done.add((HTTP_WEB_SOCKET_ASYNC_RESULT) information);
            }
        });
        return done;
    }

    @Test
    @Rule({"R-WS-7", "R-HANDLE-8", "R-ERRN-12017"})
    void closeHandle_whileAReceivePends_cancelsIt() throws InterruptedException {
        WebSocketPeer peer = peer(WebSocketPeer.Connection::awaitEnd);
        HINTERNET socket = openAsync(peer);
        BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
        BlockingQueue<HTTP_WEB_SOCKET_ASYNC_RESULT> done = new LinkedBlockingQueue<>();
        api.InternetSetStatusCallback(socket, (handle, context, status, information, length) -> {
            if (information instanceof HTTP_WEB_SOCKET_ASYNC_RESULT result) {
                done.add(result);
            }
            statuses.add(status);
        });
        assertThat(api.HttpWebSocketReceive(socket, ByteBuffer.allocate(9), 9, new DwordRef(), new DwordRef()))
                .isFalse();

        assertThat(api.InternetCloseHandle(socket)).isTrue();

        assertThat(done.take().dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        assertThat(statuses.take()).isEqualTo(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);
        assertThat(statuses.take()).isEqualTo(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING);
    }
}
