package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.engine.fault.HasErrorCode;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Response heads as servers really send them. */
class ResponseHeadReaderTest {
    private static final String HEAD = "HTTP/1.1 200 Fine\r\nServer: x\r\nX-Folded: a\r\n \t b\r\n"
            + "Content-Length:  3 \r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n\r\n";

    private static ResponseHead read(String text) throws IOException {
        return ResponseHeadReader.read(SlicedInput.buffer(text), WireLimits.DEFAULT, new AnswerTime(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 8192", "2, 16", "7, 64", "100000, 8", "100000, 8192"})
    void read_whateverThePiecesAndTheBuffer_givesTheSameHead(int slice, int size) throws IOException {
        ReadBuffer input = new ReadBuffer(SlicedInput.of(HEAD + "abc", slice), size);

        ResponseHead head = ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0));

        assertThat(head.statusLine()).isEqualTo("HTTP/1.1 200 Fine");
        assertThat(head.headerCount()).isEqualTo(5);
        assertThat(head.line(1)).isEqualTo("X-Folded: a b");
        assertThat(head.value(1)).isEqualTo("a b");
        assertThat(head.name(4)).isEqualTo("set-cookie");
        assertThat(head.value(4)).isEqualTo("b=2");
        assertThat(head.contentLength()).isEqualTo(3);
        assertThat(SlicedInput.readAll(ResponseBody.of("GET", head, input), 2)).isEqualTo("abc");
    }

    /** R-SEND-14 for the empty reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "HTTP/1.1 200 OK|1|1|200|OK",
                "HTTP/1.0 404 Not Found|1|0|404|Not Found",
                "HTTP/1.1 200|1|1|200|''",
                "HTTP/1.1 200 |1|1|200|''",
                "HTTP/1.1  200   OK|1|1|200|OK",
                "http/1.1 200 OK|1|1|200|OK",
                "HTTP/2.0 200 OK|2|0|200|OK",
                "HTTP/1 200 OK|1|0|200|OK",
                "HTTP/1.12 200 OK|1|12|200|OK",
                "HTTP/1.1 200OK|1|1|200|OK",
                "HTTP/1.1 99 x|1|1|99|x"
            })
    void read_whenTheStatusLineIsUnusual_understandsIt(String line, int major, int minor, int status, String reason)
            throws IOException {
        ResponseHead head = read(line + "\r\n\r\n");

        assertThat(head.majorVersion()).isEqualTo(major);
        assertThat(head.minorVersion()).isEqualTo(minor);
        assertThat(head.status()).isEqualTo(status);
        assertThat(head.reason()).isEqualTo(reason);
        assertThat(head.statusLine()).isEqualTo(line);
    }

    /** R-SEND-11: 12152. */
    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 abc", "HTTP/x.y 200 OK", "HTTP/1. 200", "HTTP/1.1 2000 x"})
    void read_whenTheStatusLineHasNoStatus_failsAsMalformed(String line) {
        MalformedResponseException failure =
                catchThrowableOfType(MalformedResponseException.class, () -> read(line + "\r\n\r\n"));

        assertThat(failure.errorCode()).isEqualTo(12152);
    }

    @Test
    void read_whenLinesEndWithLineFeedsOnly_understandsThem() throws IOException {
        ReadBuffer input = SlicedInput.buffer("HTTP/1.1 200 OK\nA: 1\nB: 2\n\nbody");

        ResponseHead head = ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0));

        assertThat(head.first("b")).isEqualTo("2");
        assertThat(input.length()).isEqualTo(4);
    }

    @Test
    void read_whenALineHasNoColonOrNoName_leavesItOutWithItsContinuations() throws IOException {
        ResponseHead head =
                read("HTTP/1.1 200 OK\r\n folded onto nothing\r\nnonsense\r\n more\r\n: v\r\nA : 1\r\n\t\r\n"
                        + "B:\r\n\r\n");

        assertThat(head.headerCount()).isEqualTo(2);
        assertThat(head.name(0)).isEqualTo("A");
        assertThat(head.value(0)).isEqualTo("1");
        assertThat(head.line(0)).isEqualTo("A : 1");
        assertThat(head.value(1)).isEmpty();
    }

    @Test
    void read_whenBytesAreAboveAscii_keepsThemAsLatin1() throws IOException {
        assertThat(read("HTTP/1.1 200 \u00e9\r\nX: \u00ff\u0080\r\n\r\n").first("x"))
                .isEqualTo("\u00ff\u0080");
    }

    /** R-SEND-13: no byte of the data may be lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "H",
                "HTT",
                "HTML",
                "\r\n",
                "\r\n\r\nplain",
                "<html>\r\n\r\n",
                "\n\n\n\n\n\nHTTP/1.1 200"
            })
    void read_whenThereIsNoHead_makesOneUpAndLeavesEveryByte(String text) throws IOException {
        boolean looksBegun = "HTTP/".startsWith(text);
        ReadBuffer input = new ReadBuffer(SlicedInput.of(text, 1), 8);
        if (looksBegun) {
            assertThatThrownBy(() -> ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0)))
                    .isInstanceOf(NoResponseException.class);
            return;
        }

        ResponseHead head = ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0));
        ResponseBody body = ResponseBody.of("GET", head, input);

        assertThat(head.isHeadless()).isTrue();
        assertThat(head.isHttp10()).isTrue();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.reason()).isEqualTo("OK");
        assertThat(head.headerCount()).isZero();
        assertThat(head.keepsConnection()).isFalse();
        assertThat(SlicedInput.readAll(body, 3)).isEqualTo(text);
        assertThat(body.complete()).isFalse();
    }

    @Test
    void read_whenTheHeadlessAnswerGoesOn_doesNotWaitForMoreThanItNeeds() throws IOException {
        SlicedInput source = SlicedInput.of("<html>and so on", 1);
        ReadBuffer input = new ReadBuffer(source, 8_192);

        ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0));

        assertThat(source.reads()).isEqualTo(1);
    }

    @Test
    void read_whenLineEndsAreLeftOverFromBefore_skipsThem() throws IOException {
        assertThat(read("\r\n\r\nHTTP/1.1 204 x\r\n\r\n").status()).isEqualTo(204);
    }

    /** R-SEND-12, R-SEND-15. */
    @Test
    void read_whenTheServerClosesAtOnce_saysThatNothingArrived() {
        NoResponseException failure = catchThrowableOfType(NoResponseException.class, () -> read(""));

        assertThat(failure.begun()).isFalse();
        assertThat(failure.errorCode()).isEqualTo(12152);
    }

    @Test
    void read_whenTheHeadIsCutBeforeItsStatus_isInvalid() {
        for (int i = 1; i < "HTTP/1.1 2".length(); i++) {
            String cut = HEAD.substring(0, i);
            assertThatThrownBy(() -> read(cut))
                    .as("cut after %d", i)
                    .isInstanceOfAny(NoResponseException.class, MalformedResponseException.class)
                    .satisfies(failure ->
                            assertThat(((HasErrorCode) failure).errorCode()).isEqualTo(12152));
        }
    }

    /** R-SEND-24. */
    @Test
    void read_whenTheHeadIsCutBehindItsStatusLine_takesWhatThereIs() throws IOException {
        for (int i = HEAD.indexOf('\r'); i < HEAD.length(); i++) {
            assertThat(read(HEAD.substring(0, i)).status())
                    .as("cut after %d", i)
                    .isEqualTo(200);
        }
        assertThat(read("HTTP/1.1 200 OK\r\nA: 1\r\nB: 2").first("B")).isEqualTo("2");
    }

    @Test
    @Rule("R-PROJ-HTTP-4")
    void read_whenALineHasACarriageReturnOrNulInside_takesASpaceForIt() throws IOException {
        ResponseHead head = read("HTTP/1.1 200 O\rK\r\nA: b\rSet-Cookie: c\0d\r\r\n\rfolded\r\nE: f\r\n\r\n");

        assertThat(head.reason()).isEqualTo("O K");
        assertThat(head.headerCount()).isEqualTo(2);
        assertThat(head.value(0)).isEqualTo("b Set-Cookie: c d  folded");
        assertThat(head.line(1)).isEqualTo("E: f");
    }

    @Test
    void read_whenLinesThatAreNoHeadersNeverEnd_isMalformed() {
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + "nonsense\r\n".repeat(1_100)))
                .isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nA: 1\r\n" + " more\r\n".repeat(1_100)))
                .isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n"
                        + "x".repeat(60_000).concat("\r\n").repeat(20)))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    @Rule("R-PROJ-HTTP-2")
    void read_whenTheHeadArrivesSlowly_endsWithATimeoutThoughNoReadWaitsLong() {
        InputStream slow = new InputStream() {
            private final byte[] head = HEAD.getBytes(StandardCharsets.ISO_8859_1);
            private int at;

            @Override
            public int read() {
                long start = System.nanoTime();
                while (System.nanoTime() - start < 2_000_000) {
                    Thread.onSpinWait();
                }
                return at < head.length ? head[at++] : -1;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                int next = read();
                target[offset] = (byte) next;
                return next < 0 ? -1 : 1;
            }
        };

        assertThatThrownBy(() ->
                        ResponseHeadReader.read(new ReadBuffer(slow, 8_192), WireLimits.DEFAULT, new AnswerTime(1)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void read_whenResponsesFollowEachOther_takesOneAtATime() throws IOException {
        ReadBuffer input = SlicedInput.buffer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n");

        assertThat(ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0))
                        .status())
                .isEqualTo(100);
        assertThat(ResponseHeadReader.read(input, WireLimits.DEFAULT, new AnswerTime(0))
                        .first("A"))
                .isEqualTo("b");
    }

    @Test
    void read_whenALimitIsReached_stillWorks_andBeyondItFails() throws IOException {
        WireLimits limits = new WireLimits(20, 2, 50, 3);
        String longest = "A: " + "x".repeat(17);

        assertThat(limited("HTTP/1.1 200 OK\r\n" + longest + "\r\nB: 1\r\n\r\n", limits)
                        .headerCount())
                .isEqualTo(2);
        assertRefused("HTTP/1.1 200 OK\r\n" + longest + "x\r\n\r\n", limits);
        assertRefused("HTTP/1.1 200 OK\r\nA: 1\r\nB: 1\r\nC: 1\r\n\r\n", limits);
        assertRefused("HTTP/1.1 200 OK\r\nA: 1\r\n " + "x".repeat(19) + "\r\n " + "x".repeat(19) + "\r\n\r\n", limits);
    }

    @Test
    void read_whenALineNeverEnds_givesUpAtTheLimit() {
        SlicedInput endless = new SlicedInput(SlicedInput.latin1("HTTP/1.1 200 " + "x".repeat(500_000)), 1_000);

        assertThatThrownBy(() ->
                        ResponseHeadReader.read(new ReadBuffer(endless, 8_192), WireLimits.DEFAULT, new AnswerTime(0)))
                .isInstanceOf(MalformedResponseException.class);
        assertThat(endless.reads()).isLessThan(80);
    }

    @Test
    void read_whenThereAreAThousandHeaders_keepsThemAll() throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("H").append(i).append(": v").append(i).append("\r\n");
        }

        ResponseHead head = read(text + "\r\n");

        assertThat(head.headerCount()).isEqualTo(1_000);
        assertThat(head.first("h999")).isEqualTo("v999");
    }

    private static ResponseHead limited(String text, WireLimits limits) throws IOException {
        return ResponseHeadReader.read(new ReadBuffer(SlicedInput.of(text, 5), 8), limits, new AnswerTime(0));
    }

    private static void assertRefused(String text, WireLimits limits) {
        assertThatThrownBy(() -> limited(text, limits)).isInstanceOf(MalformedResponseException.class);
    }
}
