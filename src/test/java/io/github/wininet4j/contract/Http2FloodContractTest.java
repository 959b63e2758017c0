package io.github.wininet4j.contract;

import static io.github.wininet4j.testing.Http2Peer.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Servers that keep a client busy, send more than it takes, or leave in the middle. */
@ContractTest
final class Http2FloodContractTest extends Http2Fixture {
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int FLOOD = 20_000;
    private static final int AT_ONCE = 100;
    private static final int MANY_BYTES = 70 * 16_384;
    /** More than the system takes while nobody reads. */
    private static final int UPLOAD = 32 << 20;

    Http2FloodContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Frames of a stream that has ended, one after the other. */
    private interface Flood {
        byte[] next(Http2Peer.Connection connection) throws IOException;
    }

    private record Row(String name, Flood flood) {}

    @TestFactory
    @Rule({"R-PROJ-H2-2", "R-ERRN-12152"})
    Stream<DynamicTest> framesOfAStreamThatHasEnded_withoutEnd_endTheConnection() {
        return Stream.of(
                        new Row("heads", c -> frame(HEADERS, END_HEADERS, 1, new byte[] {(byte) 0x88})),
                        new Row("data", c -> frame(DATA, 0, 1, new byte[1])),
                        new Row("resets", c -> frame(RST_STREAM, 0, 1, new byte[4])),
                        new Row("windows", c -> frame(WINDOW_UPDATE, 0, 1, new byte[] {0, 0, 0, 1})))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> floods(row.flood())));
    }

    private void floods(Flood flood) {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            connection.answer(connection.read(HEADERS).stream(), "over");
            // The second request waits.
            connection.read(HEADERS);
            try {
                byte[] frames = Http2Peer.repeated(flood.next(connection), AT_ONCE);
                for (int i = 0; i < FLOOD; i += AT_ONCE) {
                    connection.send(frames);
                }
            } catch (IOException e) {
                // The client has had enough before the end.
            }
            Http2Peer.Frame goodbye = connection.read(GOAWAY);
            assertThat(ByteBuffer.wrap(goodbye.payload()).getInt(4)).isEqualTo(ENHANCE_YOUR_CALM);
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET first = request(client, "GET", "/");
        assertThat(client.send(first)).isZero();
        assertThat(client.readText(first)).isEqualTo("over");

        assertThat(client.send(request(client, "GET", "/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule({"R-PROJ-H2-2", "R-ERRN-12152"})
    void intermediateResponses_withoutEnd_endTheStream_alsoIfEachIsReportedAtOnce() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(HEADERS).stream();
            for (int i = 0; i < 100; i++) {
                connection.head(stream, false, ":status", "103");
                connection.send(PING, 0, 0, new byte[8]);
                connection.read(PING);
            }
            connection.head(stream, false, ":status", "103");
            connection.answer(connection.read(HEADERS).stream(), "fine");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);

        assertThat(client.send(request(client, "GET", "/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);

        HINTERNET next = request(client, "GET", "/");
        assertThat(client.send(next)).isZero();
        assertThat(client.readText(next)).isEqualTo("fine");
    }

    @Test
    @Rule({"R-PROJ-H2-3", "R-ERRN-12152"})
    void dataBeyondTheWindowOfAStream_endsIt_afterWhatHadComeBefore() {
        Gate sent = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(HEADERS).stream();
            connection.head(stream, false, ":status", "200");
            for (int i = 0; i < MANY_BYTES / 16_384; i++) {
                connection.send(DATA, 0, stream, new byte[16_384]);
            }
            connection.send(PING, 0, 0, new byte[8]);
            connection.read(PING);
            sent.open();
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();
        sent.await();

        int total = 0;
        int count = client.read(request, ByteBuffer.allocate(16_384));
        while (count > 0) {
            total += count;
            count = client.read(request, ByteBuffer.allocate(16_384));
        }

        assertThat(count).isEqualTo(-WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assertThat(total).isPositive().isLessThanOrEqualTo(1 << 20);
    }

    @Test
    @Rule({"R-PROJ-H2-3", "R-READ-1"})
    void framesOfOneByte_comeWhole() {
        byte[] page = new byte[5_000];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) (i * 31 + (i >> 8));
        }
        Http2Peer peer = peer(connection -> {
            connection.settings();
            int stream = connection.read(HEADERS).stream();
            connection.head(stream, false, ":status", "200");
            for (int i = 0; i < page.length; i++) {
                // Padding counts for the window and is nobody's to read.
                byte[] padded = {3, page[i], 0, 0, 0};
                connection.send(DATA, 8 | (i == page.length - 1 ? END_STREAM : 0), stream, padded);
            }
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();

        assertThat(client.readAll(request)).isEqualTo(page);
    }

    @Test
    @Rule({"R-OPTN-5", "R-ERRN-12002"})
    void windowThatNeverOpens_endsTheUploadWithTheSendTimeout() {
        Http2Peer peer = peer(connection -> {
            connection.settings(4, 0);
            int stream = connection.read(HEADERS).stream();
            connection.answer(stream, "settings are known");
            connection.read(HEADERS);
            assertThat(connection.read(RST_STREAM).number()).isEqualTo(8);
            connection.answer(connection.read(HEADERS).stream(), "next");
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET first = request(client, "GET", "/");
        assertThat(client.send(first)).isZero();
        client.readAll(first);
        HINTERNET upload = request(client, "POST", "/");
        set(upload, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, 50);

        assertThat(client.send(upload, null, new byte[1])).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        HINTERNET next = request(client, "GET", "/");
        assertThat(client.send(next)).isZero();
        assertThat(client.readText(next)).isEqualTo("next");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-SEND-15", "R-ERRN-12031", "R-PROJ-H2-11"})
    void connectionThatEndsWithinAFrame_isReset_andTheNextRequestGetsAnother() {
        Http2Peer peer = peer(new Http2Peer.Talk() {
            private int served;

            @Override
            public void with(Http2Peer.Connection connection) throws Exception {
                connection.settings();
                int stream = connection.read(HEADERS).stream();
                if (served++ == 0) {
                    connection.head(stream, false, ":status", "200");
                    connection.send(new byte[] {0, 0, 100, DATA, 0, 0, 0, 0, (byte) stream, 'h', 'a', 'l', 'f'});
                } else {
                    connection.answer(stream, "whole");
                    connection.awaitEnd();
                }
            }
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "GET", "/");
        assertThat(client.send(request)).isZero();

        assertThat(client.read(request, ByteBuffer.allocate(100)))
                .isEqualTo(-WinInetError.ERROR_INTERNET_CONNECTION_RESET);

        HINTERNET next = request(client, "GET", "/");
        assertThat(client.send(next)).isZero();
        assertThat(client.readText(next)).isEqualTo("whole");
    }

    @TestFactory
    @Rule("R-PROJ-H2-2")
    Stream<DynamicTest> answersThatTheServerDoesNotRead_endTheConnection_alsoIfDataComesBetweenThem() {
        byte[] tableSize = {0, 1, 0, 0, 16, 0};
        return Stream.of(
                        new Row("pings", c -> frame(PING, 0, 0, new byte[8])),
                        new Row("settings", c -> frame(SETTINGS, 0, 0, new byte[0])),
                        new Row("table sizes", c -> frame(SETTINGS, 0, 0, tableSize)))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> asksWithoutReading(row.flood())));
    }

    private void asksWithoutReading(Flood flood) {
        Http2Peer peer = peer(connection -> {
            connection.settings(4, Integer.MAX_VALUE);
            connection.send(WINDOW_UPDATE, 0, 0, new byte[] {0x7F, -1, 0, 0});
            int stream = connection.read(HEADERS).stream();
            connection.head(stream, false, ":status", "200");
            byte[] asked = Http2Peer.repeated(flood.next(connection), 1_000);
            // The upload is stuck once the buffers of the system are full.
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            connection.send(asked);
                            connection.send(DATA, 0, stream, new byte[1]);
                        }
                    })
                    .isInstanceOf(IOException.class);
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET request = request(client, "POST", "/");

        int error = client.send(request, null, new byte[UPLOAD]);
        while (error == 0) {
            int count = client.read(request, ByteBuffer.allocate(100));
            assertThat(count).isNotZero();
            error = Math.max(-count, 0);
        }
    }
}
