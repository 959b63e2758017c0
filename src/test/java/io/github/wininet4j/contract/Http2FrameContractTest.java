package io.github.wininet4j.contract;

import static io.github.wininet4j.testing.Http2Peer.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Frames that no server may send, and floods: each ends the connection with its error, and no memory is lost. */
@ContractTest
final class Http2FrameContractTest extends Http2Fixture {
    private static final int PROTOCOL_ERROR = 1;
    private static final int FLOW_CONTROL_ERROR = 3;
    private static final int FRAME_SIZE_ERROR = 6;
    private static final int COMPRESSION_ERROR = 9;
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int FLOOD = 20_000;
    private static final int AT_ONCE = 100;

    Http2FrameContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** What a server sends on a connection whose first request is stream 1. */
    private interface Attack {
        void on(Http2Peer.Connection connection) throws Exception;
    }

    private record Row(String name, int error, Attack attack) {}

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static Row row(String name, int error, byte[] frame) {
        return new Row(name, error, connection -> connection.send(frame));
    }

    private static Row block(String name, int... bytes) {
        byte[] block = new byte[bytes.length];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) bytes[i];
        }
        return row(name, COMPRESSION_ERROR, frame(HEADERS, END_HEADERS, 1, block));
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                row("data on stream 0", PROTOCOL_ERROR, frame(DATA, 0, 0, new byte[1])),
                row("data on a stream of the server", PROTOCOL_ERROR, frame(DATA, 0, 2, new byte[1])),
                row("data on a stream to come", PROTOCOL_ERROR, frame(DATA, 0, 99, new byte[1])),
                row("headers on stream 0", PROTOCOL_ERROR, frame(HEADERS, END_HEADERS, 0, new byte[0])),
                row("headers on a stream to come", PROTOCOL_ERROR, frame(HEADERS, END_HEADERS, 7, new byte[0])),
                row("continuation of nothing", PROTOCOL_ERROR, frame(CONTINUATION, END_HEADERS, 1, new byte[0])),
                row("padding longer than the frame", PROTOCOL_ERROR, frame(DATA, 8, 1, new byte[] {5, 1})),
                row("padding without room", PROTOCOL_ERROR, frame(DATA, 8, 1, new byte[0])),
                row("priority cut off", FRAME_SIZE_ERROR, frame(HEADERS, END_HEADERS | 0x20, 1, new byte[4])),
                row("priority frame of 4 bytes", FRAME_SIZE_ERROR, frame(2, 0, 1, new byte[4])),
                row("reset of 3 bytes", FRAME_SIZE_ERROR, frame(RST_STREAM, 0, 1, new byte[3])),
                row("reset of a stream to come", PROTOCOL_ERROR, frame(RST_STREAM, 0, 9, new byte[4])),
                row("reset of stream 0", PROTOCOL_ERROR, frame(RST_STREAM, 0, 0, new byte[4])),
                row("settings of 5 bytes", FRAME_SIZE_ERROR, frame(SETTINGS, 0, 0, new byte[5])),
                row("settings on a stream", PROTOCOL_ERROR, frame(SETTINGS, 0, 1, new byte[0])),
                row("acknowledgement with content", FRAME_SIZE_ERROR, frame(SETTINGS, ACK, 0, new byte[6])),
                row("push promise", PROTOCOL_ERROR, frame(5, END_HEADERS, 1, new byte[] {0, 0, 0, 2})),
                row("ping of 7 bytes", FRAME_SIZE_ERROR, frame(PING, 0, 0, new byte[7])),
                row("ping on a stream", PROTOCOL_ERROR, frame(PING, 0, 1, new byte[8])),
                row("goaway of 7 bytes", FRAME_SIZE_ERROR, frame(GOAWAY, 0, 0, new byte[7])),
                row("goaway on a stream", PROTOCOL_ERROR, frame(GOAWAY, 0, 1, new byte[8])),
                row("window update of 3 bytes", FRAME_SIZE_ERROR, frame(WINDOW_UPDATE, 0, 0, new byte[3])),
                row("window update by 0", PROTOCOL_ERROR, frame(WINDOW_UPDATE, 0, 0, new byte[4])),
                row("window of a stream by 0", PROTOCOL_ERROR, frame(WINDOW_UPDATE, 0, 1, new byte[4])),
                row("window overflows", FLOW_CONTROL_ERROR, frame(WINDOW_UPDATE, 0, 0, number(Integer.MAX_VALUE))),
                row(
                        "window of a stream overflows",
                        FLOW_CONTROL_ERROR,
                        frame(WINDOW_UPDATE, 0, 1, number(Integer.MAX_VALUE))),
                row("frame of 16,385 bytes", FRAME_SIZE_ERROR, frame(DATA, 0, 1, new byte[16_385])),
                row(
                        "frame of 16 MiB announced",
                        FRAME_SIZE_ERROR,
                        ByteBuffer.allocate(9)
                                .putInt(0xFFFFFF00)
                                .put((byte) 0)
                                .putInt(1)
                                .array()),
                row("block that is no compression", COMPRESSION_ERROR, frame(HEADERS, END_HEADERS, 1, new byte[] {
                    (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0x7F
                })),
                row("index beyond the table", COMPRESSION_ERROR, frame(HEADERS, END_HEADERS, 1, new byte[] {(byte) 0xFE
                })),
                block("index 0", 0x80),
                block("literal cut off", 0x00, 0x05, 'n', 'a'),
                block("literal longer than an int", 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F),
                block("Huffman code that is the end of a string", 0x00, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x00),
                block("table larger than allowed", 0x3F, 0xE1, 0xFF, 0x03, 0x88)));
        rows.addAll(settings());
        rows.addAll(floods());
        return rows;
    }

    private static List<Row> settings() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("initial window above 2^31", FLOW_CONTROL_ERROR, c -> c.settings(4, -1)));
        rows.add(new Row("frame size below the least", PROTOCOL_ERROR, c -> c.settings(5, 100)));
        rows.add(new Row("push switched on", PROTOCOL_ERROR, c -> c.settings(2, 1)));
        rows.add(new Row("another frame within a block", PROTOCOL_ERROR, c -> {
            c.send(HEADERS, 0, 1, new byte[0]);
            c.send(PING, 0, 0, new byte[8]);
        }));
        return rows;
    }

    private static List<Row> floods() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("pings without end", ENHANCE_YOUR_CALM, c -> flood(c, frame(PING, ACK, 0, new byte[8]))));
        rows.add(new Row(
                "settings without end", ENHANCE_YOUR_CALM, c -> flood(c, frame(SETTINGS, ACK, 0, new byte[0]))));
        rows.add(new Row("unknown frames without end", ENHANCE_YOUR_CALM, c -> flood(c, frame(77, 0, 0, new byte[0]))));
        rows.add(new Row("priorities without end", ENHANCE_YOUR_CALM, c -> flood(c, frame(2, 0, 1, new byte[5]))));
        rows.add(new Row("continuations without end", ENHANCE_YOUR_CALM, c -> {
            c.send(HEADERS, 0, 1, new byte[0]);
            flood(c, frame(CONTINUATION, 0, 1, new byte[0]));
        }));
        rows.add(new Row("block without end", ENHANCE_YOUR_CALM, c -> {
            c.send(HEADERS, 0, 1, new byte[0]);
            flood(c, frame(CONTINUATION, 0, 1, new byte[16_000]));
        }));
        rows.add(new Row("compressed block that is large", COMPRESSION_ERROR, c -> {
            byte[] first = c.block(":status", "200", "x", "y".repeat(4_000));
            byte[] indexed = new byte[12_000];
            Arrays.fill(indexed, (byte) 0xBE);
            c.send(HEADERS, 0, 1, first);
            c.send(CONTINUATION, END_HEADERS, 1, indexed);
        }));
        rows.add(new Row("empty data without end", ENHANCE_YOUR_CALM, c -> {
            c.head(1, false, ":status", "200");
            flood(c, frame(DATA, 0, 1, new byte[0]));
        }));
        return rows;
    }

    private static void flood(Http2Peer.Connection connection, byte[] frame) throws Exception {
        byte[] frames = Http2Peer.repeated(frame, AT_ONCE);
        for (int i = 0; i < FLOOD; i += AT_ONCE) {
            connection.send(frames);
        }
    }

    private int lastError(Conversation client, HINTERNET request) {
        int error = client.send(request);
        int read = 0;
        while (error == 0 && read >= 0) {
            read = client.read(request, ByteBuffer.allocate(100));
            error = read < 0 ? -read : read == 0 ? -1 : 0;
        }
        return error;
    }

    @TestFactory
    @Rule({"R-PROJ-H2-2", "R-ERRN-12152"})
    Stream<DynamicTest> frame_againstTheProtocol_endsTheConnection() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    Http2Peer peer = peer(connection -> {
                        connection.settings();
                        connection.read(HEADERS);
                        try {
                            row.attack().on(connection);
                        } catch (IOException e) {
                            // The client has had enough before the end.
                        }
                        Http2Peer.Frame goodbye = connection.read(GOAWAY);
                        assertThat(ByteBuffer.wrap(goodbye.payload()).getInt(4)).isEqualTo(row.error());
                    });
                    Conversation client = client(peer.port(), 0);

                    assertThat(lastError(client, request(client, "GET", "/")))
                            .isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
                }));
    }

    /** Frames whose head has bits that mean nothing there; their payload is no length of padding either. */
    private static List<byte[]> unusedBits() {
        int reserved = 0x8000_0000;
        byte[] pinged = new byte[8];
        Arrays.fill(pinged, (byte) 0xFF);
        return List.of(
                frame(PING, 0xFE, reserved, pinged),
                frame(SETTINGS, 0xFE, reserved, new byte[0]),
                frame(WINDOW_UPDATE, 0xFF, reserved, number(0x7F00_0000)),
                frame(WINDOW_UPDATE, 0xFF, reserved | 1, number(0x7F00_0000)),
                frame(2, 0xFF, reserved | 1, new byte[] {-1, 0, 0, 0, 0}),
                frame(77, 0xFF, reserved | 99, new byte[0]));
    }

    @Test
    @Rule("R-PROJ-H2-12")
    void frame_withBitsThatMeanNothing_isTakenWithoutThem() {
        Http2Peer peer = peer(connection -> {
            connection.send(SETTINGS, 0xFE, 0, new byte[0]);
            int stream = connection.read(HEADERS).stream();
            for (byte[] frame : unusedBits()) {
                connection.send(frame);
            }
            Http2Peer.Frame pong = connection.read(PING);
            assertThat(pong.flags()).isEqualTo(ACK);
            assertThat(pong.payload()).containsOnly(0xFF);
            byte[] block = connection.block(":status", "200");
            connection.send(HEADERS, 0x82, 0x8000_0000 | stream, new byte[0]);
            connection.send(CONTINUATION, 0xFF, 0x8000_0000 | stream, block);
            connection.send(DATA, 0xF6 | END_STREAM, 0x8000_0000 | stream, "fine".getBytes(StandardCharsets.US_ASCII));
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("fine");
    }

    /** What ends one stream: the connection serves others. */
    private static List<Row> streamRows() {
        return List.of(
                new Row("no status", 0, c -> c.head(1, true, "x", "y")),
                new Row("status of letters", 0, c -> c.head(1, true, ":status", "abc")),
                new Row("status 101", 0, c -> c.head(1, true, ":status", "101")),
                new Row("status after a field", 0, c -> c.head(1, true, "x", "y", ":status", "200")),
                new Row("two status", 0, c -> c.head(1, true, ":status", "200", ":status", "200")),
                new Row("a pseudo-field of requests", 0, c -> c.head(1, true, ":status", "200", ":path", "/")),
                new Row("a name in capitals", 0, c -> c.head(1, true, ":status", "200", "X", "y")),
                new Row("a field of connections", 0, c -> c.head(1, true, ":status", "200", "connection", "close")),
                new Row("a line break in a value", 0, c -> c.head(1, true, ":status", "200", "x", "a\r\nb: c")),
                new Row("data before the head", 0, c -> c.send(DATA, 0, 1, new byte[1])),
                new Row("more data than announced", 0, c -> {
                    c.head(1, false, ":status", "200", "content-length", "1");
                    c.send(DATA, END_STREAM, 1, "two".getBytes(StandardCharsets.US_ASCII));
                }),
                new Row(
                        "two lengths",
                        0,
                        c -> c.head(1, true, ":status", "200", "content-length", "0", "content-length", "1")),
                new Row(
                        "two lengths in one field",
                        0,
                        c -> c.head(1, true, ":status", "200", "content-length", "0, 3")),
                new Row("trailers that end nothing", 0, c -> {
                    c.head(1, false, ":status", "200");
                    c.head(1, false, "x", "y");
                }));
    }

    @Test
    @Rule({"R-READ-7", "R-PROJ-H2-2"})
    void response_thatIsResetWithinARead_givesItsDataFirst() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(HEADERS).stream();
            connection.head(stream, false, ":status", "200", "content-length", "10");
            connection.send(DATA, 0, stream, "some".getBytes(StandardCharsets.US_ASCII));
            connection.send(RST_STREAM, 0, stream, number(2));
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();

        assertThat(client.read(request, ByteBuffer.allocate(10))).isEqualTo(4);

        for (int i = 0; i < 2; i++) {
            assertThat(client.read(request, ByteBuffer.allocate(10)))
                    .isEqualTo(-WinInetError.ERROR_INTERNET_CONNECTION_RESET);
        }
    }

    @TestFactory
    @Rule({"R-PROJ-H2-2", "R-ERRN-12152"})
    Stream<DynamicTest> response_thatIsMalformed_endsItsStreamOnly() {
        return streamRows().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    Http2Peer peer = peer(connection -> {
                        connection.settings();
                        connection.read(HEADERS);
                        row.attack().on(connection);
                        connection.answer(connection.read(HEADERS).stream(), "fine");
                        connection.awaitEnd();
                    });
                    Conversation client = client(peer.port(), 0);

                    assertThat(lastError(client, request(client, "GET", "/")))
                            .isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);

                    HINTERNET next = request(client, "GET", "/");
                    assertThat(client.send(next)).isZero();
                    assertThat(client.readText(next)).isEqualTo("fine");
                    assertThat(peer.connections()).isEqualTo(1);
                }));
    }
}
