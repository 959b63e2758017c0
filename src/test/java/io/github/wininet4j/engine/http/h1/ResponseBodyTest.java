package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies with a known length, without one, and those that are not there. */
class ResponseBodyTest {
    private SlicedInput source;
    private ReadBuffer input;

    private ResponseBody body(String method, String head, String data, int slice) throws IOException {
        source = SlicedInput.of(head + "\r\n\r\n" + data, slice);
        input = new ReadBuffer(source, ReadBuffer.DEFAULT_SIZE);
        return ResponseBody.of(method, ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0)), input);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 100", "3, 2", "1000, 1", "1000, 9000"})
    void read_whenTheLengthIsKnown_stopsThere(int slice, int step) throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 10", "0123456789next", slice);

        assertThat(body.remaining()).isEqualTo(10);
        assertThat(SlicedInput.readAll(body, step)).isEqualTo("0123456789");
        assertThat(body.complete()).isTrue();
        assertThat(body.truncated()).isFalse();
        assertThat(body.remaining()).isZero();
        assertThat(body.read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    /** R-READ-7. */
    @Test
    void read_whenTheConnectionEndsBeforeTheLength_endsQuietlyAndSaysSo() throws IOException {
        for (int i = 0; i < 10; i++) {
            ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 10", "0123456789".substring(0, i), 3);

            assertThat(SlicedInput.readAll(body, 4)).hasSize(i);
            assertThat(body.truncated()).isTrue();
            assertThat(body.complete()).isFalse();
            assertThat(body.hasEnded()).isTrue();
        }
    }

    @Test
    void read_whenNothingTellsTheLength_goesOnToTheEndOfTheConnection() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK", "all of it", 2);

        assertThat(body.remaining()).isEqualTo(-1);
        assertThat(SlicedInput.readAll(body, 4)).isEqualTo("all of it");
        assertThat(body.truncated()).isFalse();
        assertThat(body.complete()).isFalse();
        assertThat(body.hasEnded()).isTrue();
    }

    /** R-READ-13, R-AVAIL-8: announced, but no bytes come. */
    @ParameterizedTest
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304", "GET, 101", "CONNECT, 200"})
    void of_whenTheResponseHasNoBody_isEndedAtOnce(String method, int status) throws IOException {
        ResponseBody body = body(method, "HTTP/1.1 " + status + " x\r\nContent-Length: 7", "HTTP/1.1", 1);
        source.forbidReads();

        assertThat(body.length()).isEqualTo(7);
        assertThat(body.buffered()).isZero();
        assertThat(body.await()).isZero();
        assertThat(body.hasEnded()).isTrue();
        assertThat(body.complete()).isTrue();
        assertThat(body.read(new byte[5], 0, 5)).isEqualTo(-1);
    }

    @Test
    void of_whenAConnectFails_hasABody() throws IOException {
        ResponseBody body = body("CONNECT", "HTTP/1.1 407 x\r\nContent-Length: 2", "no", 1);

        assertThat(SlicedInput.readAll(body, 5)).isEqualTo("no");
    }

    /** R-SEND-19. */
    @Test
    void remaining_whenTheLengthIsAbove4GiB_isExact() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 6442450944", "abc", 1_000);

        assertThat(body.buffered()).isEqualTo(3);
        assertThat(body.read(new byte[2], 0, 2)).isEqualTo(2);
        assertThat(body.remaining()).isEqualTo(6_442_450_942L);
    }

    @Test
    void of_whenChunkedAndWithLength_isChunked() throws IOException {
        ResponseBody body = body(
                "GET",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nTransfer-Encoding: chunked",
                "2\r\nab\r\n0\r\n\r\n",
                9);

        assertThat(SlicedInput.readAll(body, 5)).isEqualTo("ab");
        assertThat(body.length()).isEqualTo(-1);
    }

    @Test
    void of_whenLengthsContradictEachOther_isMalformed() {
        assertThatThrownBy(() -> body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2", "ab", 9))
                .isInstanceOf(MalformedResponseException.class);
    }

    /** R-READ-12: data that arrived with the head needs no network. */
    @Test
    void readBuffered_whenDataCameWithTheHead_givesItWithoutTheNetwork() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 10", "012345", 1_000);
        source.forbidReads();
        byte[] target = new byte[20];

        assertThat(body.buffered()).isEqualTo(6);
        assertThat(body.readBuffered(target, 0, 4)).isEqualTo(4);
        assertThat(body.readBuffered(target, 4, 16)).isEqualTo(2);
        assertThat(body.readBuffered(target, 6, 14)).isZero();
        assertThat(body.hasEnded()).isFalse();
        assertThat(new String(target, 0, 6, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("012345");
    }

    @Test
    void ended_whenTheLastByteWasTaken_isKnownWithoutTheNetwork() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 3", "abc", 1_000);
        source.forbidReads();

        assertThat(body.readBuffered(new byte[9], 0, 9)).isEqualTo(3);
        assertThat(body.hasEnded()).isTrue();
        assertThat(body.complete()).isTrue();
    }

    @Test
    void availableNow_countsWhatWaitsInTheSystem_butNotBeyondTheBody() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 10", "01", 1_000);
        source.forbidReads();

        source.announce(5);
        assertThat(body.available()).isEqualTo(7);
        source.announce(500);
        assertThat(body.available()).isEqualTo(10);
        assertThat(body.buffered()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5", "HTTP/1.1 200 OK"})
    void await_waitsForOneByteOrTheEnd(String head) throws IOException {
        ResponseBody body = body("GET", head, "abcde", 1);

        assertThat(body.await()).isEqualTo(1);
        assertThat(body.read(new byte[9], 0, 9)).isEqualTo(1);
        assertThat(SlicedInput.readAll(body, 2)).isEqualTo("bcde");
        assertThat(body.await()).isZero();
        assertThat(body.hasEnded()).isTrue();
    }

    @Test
    void await_whenTheConnectionIsCut_endsTruncated() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 5", "", 1_000);

        assertThat(body.await()).isZero();
        assertThat(body.truncated()).isTrue();
    }

    @Test
    void read_whenAsManyBytesAsTheBufferHoldsAreWanted_goesStraightToTheCaller() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 100000", "x".repeat(100_000), 1 << 20);
        byte[] target = new byte[100_000];
        int withHead = body.read(target, 0, target.length);
        int before = source.reads();

        assertThat(body.read(target, withHead, target.length - withHead)).isEqualTo(100_000 - withHead);

        assertThat(source.reads()).isEqualTo(before + 1);
        assertThat(input.length()).isZero();
    }

    @Test
    void read_ofNothing_isNothing() throws IOException {
        ResponseBody body = body("GET", "HTTP/1.1 200 OK\r\nContent-Length: 5", "", 1_000);
        source.forbidReads();

        assertThat(body.read(new byte[0], 0, 0)).isZero();
    }
}
