package io.github.wininet4j.contract;

import static io.github.wininet4j.constant.HttpWebSocket.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.WebSocketFixture;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frames of every kind that servers may send and may not: what becomes of each (RFC 6455). */
@ContractTest
final class WebSocketFrameContractTest extends WebSocketFixture {

    WebSocketFrameContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** A frame, or several, that no server may send, and the status that the connection is closed with. */
    private record Violation(String name, int status, byte[] sent) {}

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
        return Stream.iterate(1, size -> size + 1)
                .limit(bytes.length)
                .map(size -> DynamicTest.dynamicTest("frames of " + size, () -> {
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

    @TestFactory
    @Rule({"R-WS-5", "R-WS-8"})
    Stream<DynamicTest> close_withAnyStatusOfTheProtocol_isReceived() {
        return Stream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
                .map(code -> DynamicTest.dynamicTest("status " + code, () -> {
                    String reason = "x".repeat(HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH);
                    ByteBuffer payload = ByteBuffer.allocate(2 + reason.length())
                            .putShort(code.shortValue())
                            .put(bytes(reason));
                    HINTERNET socket = open(peer(connection -> {
                        connection.send(FIN | CLOSE, payload.array());
                        connection.awaitEnd();
                    }));
                    WordRef status = new WordRef();
                    DwordRef length = new DwordRef();

                    assertThat(receive(socket, 1)).isEqualTo("4:");
                    assertThat(api.HttpWebSocketQueryCloseStatus(socket, status, null, 0, length))
                            .isTrue();
                    assertThat(status.value).isEqualTo(code);
                    assertThat(length.value).isEqualTo(reason.length());
                }));
    }

    @TestFactory
    @Rule({"R-WS-3", "R-PROJ-WS-3"})
    Stream<DynamicTest> controlFrames_betweenData_areAnsweredOrDropped() {
        /** A case. */
        record Row(String name, List<byte[]> sent, List<String> pongs) {}
        byte[] text = WebSocketPeer.frame(FIN | TEXT, bytes("data"));
        return Stream.of(
                        new Row("empty ping", List.of(WebSocketPeer.frame(FIN | PING, new byte[0])), List.of("")),
                        new Row(
                                "longest ping",
                                List.of(WebSocketPeer.frame(FIN | PING, bytes("p".repeat(125)))),
                                List.of("p".repeat(125))),
                        new Row(
                                "ping of bytes",
                                List.of(WebSocketPeer.frame(FIN | PING, new byte[] {0, 1, 2})),
                                List.of("\0\1\2")),
                        new Row(
                                "three pings",
                                List.of(
                                        WebSocketPeer.frame(FIN | PING, bytes("1")),
                                        WebSocketPeer.frame(FIN | PING, bytes("2")),
                                        WebSocketPeer.frame(FIN | PING, bytes("3"))),
                                List.of("1", "2", "3")),
                        new Row("pong unasked", List.of(WebSocketPeer.frame(FIN | PONG, bytes("why"))), List.of()),
                        new Row("empty pong", List.of(WebSocketPeer.frame(FIN | PONG, new byte[0])), List.of()))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    HINTERNET socket = open(peer(connection -> {
                        for (byte[] frame : row.sent()) {
                            connection.send(frame);
                        }
                        connection.send(text);
                        for (String pong : row.pongs()) {
                            WebSocketPeer.Frame answer = connection.read();
                            assertThat(answer.first()).isEqualTo(FIN | PONG);
                            assertThat(answer.text()).isEqualTo(pong);
                        }
                        connection.awaitEnd();
                    }));
                    assertThat(receive(socket, 100)).isEqualTo("2:data");
                }));
    }

    @TestFactory
    @Rule("R-WS-3")
    Stream<DynamicTest> text_whoseCharactersAreRareButValid_isTaken() {
        return Stream.of(
                        "\0",
                        "\u007F",
                        "\u0080",
                        "\u07FF",
                        "\u0800",
                        "\uD7FF",
                        "\uE000",
                        "\uFFFE",
                        "\uFFFF",
                        "\uD800\uDC00",
                        "\uDBFF\uDFFF",
                        "\uFEFF")
                .map(text -> DynamicTest.dynamicTest(Integer.toHexString(text.codePointAt(0)), () -> {
                    HINTERNET socket = open(peer(connection -> {
                        connection.send(FIN | TEXT, bytes(text));
                        assertThat(connection.read().text()).isEqualTo(text);
                        connection.awaitEnd();
                    }));
                    assertThat(receive(socket, 100)).isEqualTo("2:" + text);
                    assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, text))
                            .isZero();
                }));
    }

    @TestFactory
    @Rule("R-PROJ-WS-4")
    Stream<DynamicTest> send_ofWhatIsNotUtf8_isInvalid_andNothingIsSent() {
        return Stream.of(raw(0xFF), raw(0xC3), raw(0x80), raw(0xC0, 0xAF), raw(0xED, 0xA0, 0x80), raw('a', 0xF5))
                .map(bytes -> DynamicTest.dynamicTest(Arrays.toString(bytes), () -> {
                    HINTERNET socket = open(peer(connection -> {
                        assertThat(connection.read().text()).isEqualTo("fine");
                        connection.awaitEnd();
                    }));
                    assertThat(api.HttpWebSocketSend(
                                    socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, ByteBuffer.wrap(bytes), bytes.length))
                            .isFalse();
                    assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
                    assertThat(send(socket, HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, "fine"))
                            .isZero();
                }));
    }

    @TestFactory
    @Rule("R-WS-2")
    Stream<DynamicTest> message_ofAnyLength_arrivesWhole() {
        return Stream.of(0, 1, 125, 126, 65_535, 65_536, 1_000_000)
                .map(length -> DynamicTest.dynamicTest(length + " bytes", () -> {
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

    @TestFactory
    @Rule({"R-WS-8", "R-WS-5"})
    Stream<DynamicTest> close_withWhatMayNotBeSent_isInvalid() {
        /** A case. */
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
}
