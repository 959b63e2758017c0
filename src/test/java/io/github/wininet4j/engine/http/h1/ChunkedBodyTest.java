package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunked bodies: whole, in pieces, cut, and broken. */
class ChunkedBodyTest {
    private static final String DATA = "hello, chunked world";
    private static final String CODED =
            "5\r\nhello\r\n9;ext=\"v\"\r\n, chunked\r\n6 \r\n world\r\n" + "0\r\nX-Trailer: t\r\nY: u\r\n\r\n";

    private SlicedInput source;

    private ChunkedBody body(String coded, int slice, int size) {
        source = SlicedInput.of(coded, slice);
        return new ChunkedBody(new ReadBuffer(source, size), WireLimits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 1", "1, 8192, 100", "2, 16, 3", "3, 8, 8192", "1000, 8, 5", "1000, 8192, 9000", "1000, 64, 1"})
    void read_whateverThePieces_givesTheDataAndTheTrailers(int slice, int size, int step) throws IOException {
        ChunkedBody body = body(CODED, slice, size);

        assertThat(SlicedInput.readAll(body, step)).isEqualTo(DATA);
        assertThat(body.complete()).isTrue();
        assertThat(body.trailers()).containsExactly("X-Trailer: t", "Y: u");
        assertThat(body.remaining()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "1000, 8", "1000, 8192", "7, 16"})
    void await_andReadBuffered_inTurns_giveTheData(int slice, int size) throws IOException {
        ChunkedBody body = body(CODED, slice, size);
        StringBuilder all = new StringBuilder();
        byte[] target = new byte[100];

        while (body.await() > 0) {
            int count = body.readBuffered(target, 0, target.length);
            assertThat(count).isPositive();
            all.append(new String(target, 0, count, StandardCharsets.ISO_8859_1));
        }

        assertThat(all).hasToString(DATA);
        assertThat(body.complete()).isTrue();
        assertThat(body.trailers()).hasSize(2);
    }

    @Test
    void readBuffered_whenAllChunksAreHere_readsAcrossThemAndKnowsTheEnd() throws IOException {
        ChunkedBody body = body(CODED, 1_000, 8_192);
        body.await();
        source.forbidReads();
        byte[] target = new byte[100];

        assertThat(body.readBuffered(target, 0, 100)).isEqualTo(DATA.length());
        assertThat(body.hasEnded()).isTrue();
        assertThat(body.complete()).isTrue();
    }

    /** R-SEND-17: the connection is free only when the last chunk was seen. */
    @Test
    void ended_whenTheLastChunkIsHereOnlyInPart_isNotKnownYet() throws IOException {
        for (String end :
                new String[] {"", "\r", "\r\n", "\r\n0", "\r\n0\r\n", "\r\n0\r\nX: y\r\n", "\r\n0\r\nX: y\r\n\r"}) {
            String here = "3\r\nabc" + end;
            ChunkedBody body = body(here + "\r\n0\r\n\r\n", here.length(), 8_192);
            body.await();
            source.forbidReads();

            assertThat(body.readBuffered(new byte[9], 0, 9)).as(end).isEqualTo(3);
            assertThat(body.hasEnded()).as(end).isFalse();
            assertThat(body.complete()).as(end).isFalse();
            assertThat(body.remaining()).isEqualTo(-1);
        }
    }

    /** R-AVAIL-7. */
    @Test
    void available_isAtMost8192() throws IOException {
        ChunkedBody body = body("4E20\r\n" + "x".repeat(20_000) + "\r\n0\r\n\r\n", 100_000, 32_768);
        source.announce(20_000);

        assertThat(body.await()).isEqualTo(8_192);
        assertThat(body.readBuffered(new byte[30_000], 0, 30_000)).isEqualTo(20_000);
    }

    @Test
    void availableNow_takesInWhatArrived() throws IOException {
        ChunkedBody body = body("3\r\nabc\r\n0\r\n\r\n", 100, 8_192);
        source.announce(0);
        assertThat(body.available()).isZero();
        assertThat(source.reads()).isZero();

        source.announce(14);

        assertThat(body.available()).isEqualTo(3);
    }

    /** R-PROJ-HTTP-5. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void read_whenTheConnectionIsCut_isMalformedBeforeTheLastChunk_andHasAllDataBehindIt(int slice) throws IOException {
        for (int i = 0; i < CODED.length(); i++) {
            ChunkedBody body = body(CODED.substring(0, i), slice, 16);
            StringBuilder data = new StringBuilder();

            boolean malformed = isMalformed(() -> readInto(data, body));

            assertEndsAt(i, body, data, malformed);
        }
    }

    @Test
    void await_whenTheConnectionIsCut_isMalformedBeforeTheLastChunk_andHasAllDataBehindIt() throws IOException {
        for (int i = 0; i < CODED.length(); i++) {
            ChunkedBody body = body(CODED.substring(0, i), 3, 16);
            StringBuilder data = new StringBuilder();

            boolean malformed = isMalformed(() -> {
                while (body.await() > 0) {
                    readInto(data, body);
                }
            });

            assertEndsAt(i, body, data, malformed);
        }
    }

    private static void readInto(StringBuilder data, ChunkedBody body) throws IOException {
        byte[] target = new byte[7];
        for (int count = body.read(target, 0, 7); count > 0; count = body.read(target, 0, 7)) {
            data.append(new String(target, 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isMalformed(ThrowingCallable reading) {
        return catchThrowable(reading) instanceof MalformedResponseException;
    }

    private static void assertEndsAt(int cut, ChunkedBody body, StringBuilder data, boolean malformed)
            throws IOException {
        boolean hasLastChunk = cut >= CODED.indexOf("0\r\nX") + 3;
        assertThat(malformed).as("cut after %d", cut).isEqualTo(!hasLastChunk);
        assertThat(DATA).as("cut after %d", cut).startsWith(data);
        assertThat(body.hasEnded()).isEqualTo(hasLastChunk);
        assertThat(body.complete()).isFalse();
        if (hasLastChunk) {
            assertThat(data).hasToString(DATA);
            assertThat(body.truncated()).isFalse();
            assertThat(body.isWhole()).isFalse();
        } else {
            assertThat(isMalformed(() -> body.read(new byte[7], 0, 7))).isTrue();
        }
    }

    /** R-SEND-11: 12152. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xyz\r\nabc\r\n0\r\n\r\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                "+3\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "3 3\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\r\n0\r\n\r\n",
                "3\r\nabcdef\r\n0\r\n\r\n",
                "\r\nabc",
                "10000000000000000\r\nabc",
                "3\r\nabc\r\n0\r\nno colon\r\n\r\n"
            })
    void read_whenTheCodingIsBroken_isMalformed(String coded) {
        ChunkedBody body = body(coded + "and more to come", 1_000, 8_192);

        MalformedResponseException failure =
                catchThrowableOfType(MalformedResponseException.class, () -> SlicedInput.readAll(body, 100));

        assertThat(failure.errorCode()).isEqualTo(12152);
    }

    @Test
    void read_whenASizeLineNeverEnds_isMalformed() {
        ChunkedBody body = body("1;" + "x".repeat(100_000), 1_000, 8_192);

        assertThatThrownBy(() -> SlicedInput.readAll(body, 100)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void read_whenASizeLineIsLongerThanTheBuffer_stillWorks() throws IOException {
        ChunkedBody body = body("3;" + "x".repeat(100) + "\r\nabc\r\n0\r\n\r\n", 1_000, 16);

        assertThat(body.await()).isPositive();
        assertThat(SlicedInput.readAll(body, 100)).isEqualTo("abc");
        assertThat(body.complete()).isTrue();
    }

    @Test
    void read_whenTheFinalEmptyLineIsMissing_hasAllData() throws IOException {
        ChunkedBody body = body("3\r\nabc\r\n0\r\n", 1_000, 64);

        assertThat(SlicedInput.readAll(body, 100)).isEqualTo("abc");
        assertThat(body.truncated()).isFalse();
    }
}
