package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
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
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages, fragments and closing over WebSocket, modelled on WinHTTP (R-WS-6). */
@ContractTest
final class WebSocketContractTest {
    private static final int FIN = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final long SOCKET_CONTEXT = 9;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final StatusLog log;

    WebSocketContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.log = backEnd.statusLog();
    }

    private WebSocketPeer peer(WebSocketPeer.Talk talk) {
        return backEnd.closeAfterTest(WebSocketPeer.start(talk));
    }

    private Conversation client(WebSocketPeer peer, int flags) {
        return Conversation.with(api, log, "127.0.0.1", peer.port(), flags, 0);
    }

    private HINTERNET upgrading(Conversation client) {
        HINTERNET request = client.openRequest("/chat");
        assertThat(api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0))
                .isTrue();
        return request;
    }

    /** A synchronous WebSocket. */
    private HINTERNET open(WebSocketPeer peer) {
        Conversation client = client(peer, 0);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        assertThat(client.status(request)).isEqualTo(101);
        HINTERNET socket = api.HttpWebSocketCompleteUpgrade(request, SOCKET_CONTEXT);
        assertThat(socket).isNotNull();
        assertThat(api.InternetCloseHandle(request)).isTrue();
        return socket;
    }

    /** What one synchronous receive brings: its type and its text, or the error. */
    private String receive(HINTERNET socket, int size) {
        ByteBuffer target = ByteBuffer.allocate(size);
        DwordRef count = new DwordRef(77);
        DwordRef type = new DwordRef(77);
        if (!api.HttpWebSocketReceive(socket, target, size, count, type)) {
            return "error " + api.GetLastError();
        }
        return type.value + ":" + new String(target.array(), 0, count.value, StandardCharsets.UTF_8);
    }

    private int send(HINTERNET socket, int type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return api.HttpWebSocketSend(socket, type, ByteBuffer.wrap(bytes), bytes.length) ? 0 : api.GetLastError();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Rule({"R-WS-1", "R-WS-6", "R-OPTX-126"})
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

    @TestFactory
    @Rule({"R-WS-8", "R-WS-5"})
    Stream<DynamicTest> close_withWhatMayNotBeSent_isInvalid() {
        record Row(int status, String reason) {}
        return Stream.of(
                        new Row(999, ""),
                        new Row(0, ""),
                        new Row(1004, ""),
                        new Row(1005, "reason without status"),
                        new Row(1006, ""),
                        new Row(1015, ""),
                        new Row(2999, ""),
                        new Row(5000, ""),
                        new Row(1000, "x".repeat(124)))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    HINTERNET socket = open(peer(WebSocketPeer.Connection::awaitEnd));
                    ByteBuffer reason = ByteBuffer.wrap(bytes(row.reason));
                    assertThat(api.HttpWebSocketClose(socket, row.status, reason, row.reason.length()))
                            .isFalse();
                    assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
                }));
    }

    /** A frame, or several, that no server may send, and the status that the connection is closed with. */
    private record Violation(String name, int status, byte[] sent) {}

    private static byte[] raw(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return raw;
    }

    private static List<Violation> violations() {
        return List.of(
                new Violation("reserved bit 1", 1002, raw(0xC1, 0)),
                new Violation("reserved bit 2", 1002, raw(0xA1, 0)),
                new Violation("reserved bit 3", 1002, raw(0x91, 0)),
                new Violation("opcode 3", 1002, raw(0x83, 0)),
                new Violation("opcode 7", 1002, raw(0x87, 0)),
                new Violation("opcode 11", 1002, raw(0x8B, 0)),
                new Violation("opcode 15", 1002, raw(0x8F, 0)),
                new Violation("masked", 1002, raw(0x81, 0x81, 1, 2, 3, 4, 5)),
                new Violation("ping in fragments", 1002, raw(0x09, 0)),
                new Violation("close in fragments", 1002, raw(0x08, 0)),
                new Violation("ping of 126 bytes", 1002, raw(0x89, 126, 0, 126)),
                new Violation("continuation of nothing", 1002, raw(0x80, 1, 'x')),
                new Violation("text within a message", 1002, raw(0x01, 1, 'a', 0x81, 1, 'b')),
                new Violation("binary within a message", 1002, raw(0x01, 1, 'a', 0x82, 1, 'b')),
                new Violation("length of 16 bits for 125", 1002, raw(0x82, 126, 0, 125)),
                new Violation("length of 64 bits for 65535", 1002, raw(0x82, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF)),
                new Violation("negative length", 1002, raw(0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0)),
                new Violation("close with half a status", 1002, raw(0x88, 1, 3)),
                new Violation("close with status 1005", 1002, raw(0x88, 2, 0x03, 0xED)),
                new Violation("close with status 1006", 1002, raw(0x88, 2, 0x03, 0xEE)),
                new Violation("close with status 999", 1002, raw(0x88, 2, 0x03, 0xE7)),
                new Violation("close with status 5000", 1002, raw(0x88, 2, 0x13, 0x88)),
                new Violation("close reason not UTF-8", 1007, raw(0x88, 3, 0x03, 0xE8, 0xFF)),
                new Violation("text not UTF-8", 1007, raw(0x81, 1, 0xFF)),
                new Violation("text with a lone continuation byte", 1007, raw(0x81, 1, 0x80)),
                new Violation("text with an overlong slash", 1007, raw(0x81, 2, 0xC0, 0xAF)),
                new Violation("text with an overlong of three", 1007, raw(0x81, 3, 0xE0, 0x80, 0xAF)),
                new Violation("text with a surrogate", 1007, raw(0x81, 3, 0xED, 0xA0, 0x80)),
                new Violation("text beyond Unicode", 1007, raw(0x81, 4, 0xF4, 0x90, 0x80, 0x80)),
                new Violation("text that ends within a character", 1007, raw(0x81, 1, 0xC3)),
                new Violation("fragments that end within a character", 1007, raw(0x01, 1, 0xC3, 0x80, 0)));
    }

    @TestFactory
    @Rule({"R-WS-8", "R-ERRN-12152"})
    Stream<DynamicTest> frame_againstTheProtocol_closesTheConnection() {
        return violations().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    WebSocketPeer peer = peer(connection -> {
                        connection.send(row.sent());
                        WebSocketPeer.Frame close = connection.read();
                        assertThat(close.first()).isEqualTo(FIN | CLOSE);
                        assertThat(ByteBuffer.wrap(close.payload()).getShort()).isEqualTo((short) row.status());
                        connection.awaitEnd();
                    });
                    HINTERNET socket = open(peer);
                    String last = receive(socket, 100);
                    while (!last.startsWith("error")) {
                        last = receive(socket, 100);
                    }
                    assertThat(last).isEqualTo("error " + WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
                }));
    }

    @TestFactory
    @Rule("R-WS-3")
    Stream<DynamicTest> text_inUtf8_isTakenHoweverItIsCut() {
        String text = "aé€😀\uFFFF";
        byte[] bytes = bytes(text);
        return Stream.iterate(1, size -> size + 1).limit(bytes.length).map(size -> DynamicTest.dynamicTest(
                "frames of " + size, () -> {
                    HINTERNET socket = open(peer(connection -> {
                        for (int from = 0; from < bytes.length; from += size) {
                            int to = Math.min(bytes.length, from + size);
                            int first = (from == 0 ? TEXT : 0) | (to == bytes.length ? FIN : 0);
                            connection.send(first, Arrays.copyOfRange(bytes, from, to));
                        }
                        connection.awaitEnd();
                    }));
                    ByteBuffer all = ByteBuffer.allocate(bytes.length);
                    DwordRef count = new DwordRef();
                    DwordRef type = new DwordRef(HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE);
                    while (type.value == HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE) {
                        ByteBuffer piece = ByteBuffer.allocate(2);
                        assertThat(api.HttpWebSocketReceive(socket, piece, 2, count, type))
                                .isTrue();
                        all.put(piece.array(), 0, count.value);
                    }
                    assertThat(all.array()).isEqualTo(bytes);
                }));
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
        Conversation client = client(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        HINTERNET socket = completed(request);
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
    @Rule({"R-PROJ-WS-3", "R-WS-7"})
    void receive_waitsLongerThanTheReceiveTimeout() throws InterruptedException {
        Gate late = new Gate();
        WebSocketPeer peer = peer(connection -> {
            late.await();
            connection.send(FIN | TEXT, bytes("late"));
            connection.awaitEnd();
        });
        Conversation client = client(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        HINTERNET socket = completed(request);
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
        Conversation client = client(peer, InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = upgrading(client);
        assertThat(client.send(request)).isZero();
        HINTERNET socket = completed(request);
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

    @TestFactory
    @Rule("R-WS-2")
    Stream<DynamicTest> message_ofAnyLength_arrivesWhole() {
        return Stream.of(0, 1, 125, 126, 65_535, 65_536, 1_000_000).map(length -> DynamicTest.dynamicTest(
                length + " bytes", () -> {
                    byte[] message = new byte[length];
                    for (int i = 0; i < length; i++) {
                        message[i] = (byte) (i * 31 + (i >> 8));
                    }
                    HINTERNET socket = open(peer(connection -> {
                        connection.send(FIN | BINARY, connection.read().payload());
                        connection.awaitEnd();
                    }));
                    assertThat(api.HttpWebSocketSend(
                                    socket, HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.wrap(message), length))
                            .isTrue();
                    ByteBuffer all = ByteBuffer.allocate(length);
                    DwordRef count = new DwordRef();
                    DwordRef type = new DwordRef();
                    do {
                        ByteBuffer piece = ByteBuffer.allocate(100_000);
                        assertThat(api.HttpWebSocketReceive(socket, piece, piece.capacity(), count, type))
                                .isTrue();
                        all.put(piece.array(), 0, count.value);
                    } while (type.value == HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE);
                    assertThat(all.array()).isEqualTo(message);
                }));
    }
}
