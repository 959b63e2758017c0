package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send what is no HTTP, or more of it than anybody needs. */
@ContractTest
final class HostileResponseContractTest extends HttpFixture {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final Set<String> READS =
            Set.of("InternetReadFile", "InternetReadFileEx", "InternetQueryDataAvailable");
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private CompatibilitySwitch[] switches = {};

    HostileResponseContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Ways of reading on. */
    private enum Way {
        READ_FILE,
        READ_FILE_EX,
        QUERY
    }

    /** Reads until a call fails or the data ends: what was read, and the error or 0. */
    private static String readBy(Way way, BackEnd api, Conversation client, HINTERNET request) {
        StringBuilder text = new StringBuilder();
        while (true) {
            if (way == Way.QUERY) {
                int error = client.outcome(api.InternetQueryDataAvailable(request, new DwordRef(), 0, 0), request);
                if (error != 0) {
                    return text + " " + error;
                }
            }
            ByteBuffer target = ByteBuffer.allocate(64);
            int count;
            if (way == Way.READ_FILE_EX) {
                INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
                buffers.dwStructSize = buffers.sizeof();
                buffers.lpvBuffer = target;
                buffers.dwBufferLength = target.capacity();
                int error = client.outcome(api.InternetReadFileEx(request, buffers, 0, 0), request);
                count = error == 0 ? buffers.dwBufferLength : -error;
            } else {
                count = client.read(request, target);
            }
            if (count <= 0) {
                return text + " " + -count;
            }
            text.append(new String(target.array(), 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    private List<String> readInEveryWay(String response) {
        return readInEveryWay(response.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> readInEveryWay(byte[] response) {
        List<String> found = new ArrayList<>();
        for (Way way : Way.values()) {
            for (Outcome outcome : Outcome.values()) {
                BackEnd policed = backEnd.open(config -> config.withSwitches(switches)
                        .withCompletionPolicy(function -> READS.contains(function) ? outcome : Outcome.NATURAL));
                // Handles of different back ends have the same numbers.
                StatusLog own = backEnd.statusLog();
                for (boolean async : new boolean[] {false, true}) {
                    server.onRequest(Script.script().send(response).close().mayBeCutShort());
                    Conversation client =
                            async ? Conversation.async(policed, own, server) : Conversation.sync(policed, own, server);
                    HINTERNET request = client.openRequest("/");
                    policed.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(1), 4);
                    assertThat(client.send(request, "Accept-Encoding: gzip, deflate", new byte[0]))
                            .isZero();
                    found.add(readBy(way, policed, client, request));
                }
            }
        }
        return found;
    }

    @Test
    @Rule("R-READ-20")
    void anyRead_thatMeetsABrokenChunk_failsWith12152_afterTheDataBefore() {
        assertThat(readInEveryWay(CHUNKED + "5\r\nhello\r\nzz\r\nabc\r\n")).containsOnly("hello 12152");
    }

    private static byte[] coded(String headers, byte[] body) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.write((OK + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
        response.write(body);
        return response.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** What is no data of its coding, from the first byte or from a later one, whatever the framing. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: %d\r\n", "Connection: close\r\n", "chunked"})
    @Rule({"R-COMP-6", "R-READ-14", "R-ERRN-12175"})
    void anyRead_thatMeetsWhatCannotBeDecoded_failsWith12175(String framing) throws IOException {
        byte[] broken = gzip("hello, wide world ".repeat(50));
        broken[broken.length / 2] ^= 0x55;
        broken[broken.length - 6] ^= 0x55;
        byte[] noGzip = "this was never gzip".getBytes(StandardCharsets.US_ASCII);
        byte[] dictionary = {0x78, (byte) 0xBB, 1, 2, 3, 4, 5, 6, 7, 8};
        for (byte[] body : List.of(broken, noGzip, dictionary)) {
            String coding = "Content-Encoding: " + (body == dictionary ? "deflate" : "gzip") + "\r\n";
            byte[] response = framing.equals("chunked")
                    ? coded(coding + "Transfer-Encoding: chunked\r\n", chunk(body))
                    : coded(coding + String.format(Locale.ROOT, framing, body.length), body);

            assertThat(readInEveryWay(response)).allMatch(found -> found.endsWith(" 12175"));
        }
    }

    private static byte[] chunk(byte[] data) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write((Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.write(data);
        chunk.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }

    /** The framing breaks while the coding is whole: the error is that of the framing. */
    @Test
    @Rule({"R-READ-20", "R-ERRN-12152"})
    void anyRead_thatMeetsABrokenChunkOfACodedBody_failsWith12152() throws IOException {
        byte[] half = gzip("hello");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("a\r\n".getBytes(StandardCharsets.US_ASCII));
        body.write(half, 0, 10);
        body.write("\r\nzz\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] response = coded("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", body.toByteArray());

        assertThat(readInEveryWay(response)).containsOnly(" 12152");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss>not chunked at all</rss>",
                "+5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\nhello",
                "5\r\nhelloXX0\r\n\r\n"
            })
    @Rule({"R-READ-20", "R-READ-21"})
    void anyRead_ofWhatIsNoChunk_failsWith12152(String body) {
        assertThat(readInEveryWay(CHUNKED + body)).allMatch(found -> found.endsWith(" 12152"));
    }

    /** Within a line, behind one, within data, before anything. */
    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5\r\n", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n", "5\r\nhello\r\n0"})
    @Rule({"R-PROJ-HTTP-5", "R-READ-20", "R-READ-21"})
    void anyRead_whenTheConnectionEndsBeforeTheLastChunk_failsWith12152_afterTheDataBefore(String body) {
        String data = body.contains("hel") ? body.contains("hello") ? "hello" : "hel" : "";

        assertThat(readInEveryWay(CHUNKED + body)).containsOnly(data + " 12152");
    }

    @Test
    @Rule({"R-PROJ-HTTP-5", "R-OPTX-137"})
    void anyRead_whenTheConnectionEndsBeforeTheLastChunk_failsWith12152_withTheSwitchForTruncatedBodiesToo() {
        switches = new CompatibilitySwitch[] {CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR};

        assertThat(readInEveryWay(CHUNKED + "5\r\nhello\r\n")).containsOnly("hello 12152");
    }

    /** The coding is cut with its framing: the error is that of the framing. */
    @Test
    @Rule({"R-PROJ-HTTP-5", "R-COMP-6"})
    void anyRead_ofACodedBody_whenTheConnectionEndsBeforeTheLastChunk_failsWith12152() throws IOException {
        byte[] whole = chunk(gzip("hello, wide world ".repeat(50)));
        byte[] response = coded(
                "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", Arrays.copyOf(whole, whole.length / 2));

        assertThat(readInEveryWay(response)).allMatch(found -> found.endsWith(" 12152"));
    }

    /** All of the coded data is here, but not the end of the chunks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7})
    @Rule({"R-PROJ-HTTP-5", "R-COMP-6"})
    void anyRead_ofAWholeCodedBody_whenTheConnectionEndsBeforeTheLastChunk_failsWith12152(int missing)
            throws IOException {
        byte[] whole = chunk(gzip("hello"));
        byte[] response = coded(
                "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                Arrays.copyOf(whole, whole.length - missing));
        // With the line of the last chunk all data is here.
        String expected = missing < 3 ? "hello 0" : "hello 12152";

        assertThat(readInEveryWay(response)).containsOnly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Trailer: y\r\n", "X-Trailer: y"})
    @Rule("R-PROJ-HTTP-5")
    void anyRead_whenTheConnectionEndsWithinTheTrailers_hasAllData(String trailers) {
        assertThat(readInEveryWay(CHUNKED + "5\r\nhello\r\n0\r\n" + trailers)).containsOnly("hello 0");
    }

    /** What a server repeats as long as it is let. */
    private enum Flood {
        HEADERS(OK, "X-More: 1\r\n"),
        LINES_WITHOUT_COLON(OK, "nonsense\r\n"),
        CONTINUATIONS(OK + "X: 1\r\n", " more\r\n"),
        ONE_LINE(OK + "X: ", "y"),
        STATUS_LINE("HTTP/1.1 200 ", "y"),
        INTERMEDIATE_HEADS("", "HTTP/1.1 102 Processing\r\n\r\n");

        final String begin;
        final String again;

        Flood(String begin, String again) {
            this.begin = begin;
            this.again = again;
        }
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    @Rule("R-PROJ-HTTP-1")
    void httpSendRequest_whenTheHeadNeverEnds_failsWith12152(Flood flood) {
        Script script = Script.script().awaitRequest().send(flood.begin);
        for (int sent = 0; sent < 4 << 20; sent += 1 << 16) {
            script = script.send(flood.again.repeat((1 << 16) / flood.again.length()));
        }
        server.onConnection(script.mayBeCutShort());
        Conversation client = sync();

        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule("R-SEND-24")
    void httpSendRequest_whenTheHeadEndsWithTheConnection_acceptsWhatThereIs() {
        server.onRequest(Script.script().send(OK + "X-Last: here").close());
        Conversation client = async();

        HINTERNET request = client.get("/");

        assertThat(client.status(request)).isEqualTo(200);
        assertThat(client.readText(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX-Half"})
    @Rule("R-SEND-24")
    void httpSendRequest_whenTheConnectionEndsWithinTheHead_acceptsTheStatusLine(String head) {
        server.onRequest(Script.script().send(head).close());
        Conversation client = sync();

        HINTERNET request = client.get("/");

        assertThat(client.status(request)).isEqualTo(200);
        assertThat(client.readText(request)).isEmpty();
    }

    @Test
    @Rule("R-PROJ-HTTP-3")
    void contentLength_ofTwoNumbers_doesNotCount() {
        server.onRequest(Script.script()
                .send(OK + "Content-Length: 1 0\r\n\r\nhello, wide world")
                .close());
        Conversation client = sync();

        assertThat(client.readText(client.get("/"))).isEqualTo("hello, wide world");
    }

    private HINTERNET decoded(Conversation client, String coding, byte[] body) {
        server.onRequest(Script.script()
                .send(OK + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .send(body)
                .mayBeCutShort());
        HINTERNET request = client.openRequest("/");
        api.InternetSetOption(request, InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(1), 4);
        assertThat(client.send(request, "Accept-Encoding: gzip, deflate", new byte[0]))
                .isZero();
        return request;
    }

    @Test
    @Rule("R-COMP-6")
    void read_ofManyEmptyGzipMembers_comesToTheDataBehindThem() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            new GZIPOutputStream(members).close();
        }
        try (GZIPOutputStream last = new GZIPOutputStream(members)) {
            last.write("hello".getBytes(StandardCharsets.US_ASCII));
        }
        Conversation client = sync();

        assertThat(client.readText(decoded(client, "gzip", members.toByteArray())))
                .isEqualTo("hello");
    }

    @Test
    @Rule("R-COMP-6")
    void read_ofDeflateWithADictionary_failsWith12175() {
        byte[] body = {0x78, (byte) 0xBB, 1, 2, 3, 4, 5, 6, 7, 8};
        Conversation client = sync();
        HINTERNET request = decoded(client, "deflate", body);

        assertThat(client.read(request, ByteBuffer.allocate(8)))
                .isEqualTo(-WinInetError.ERROR_INTERNET_DECODING_FAILED);
    }

    @Test
    @Rule("R-PROJ-HTTP-4")
    void httpQueryInfo_ofAHeaderWithACarriageReturnOrNulInside_givesASpaceForIt() {
        server.onRequest(Script.script().send(OK + "X-A: b\rX-B: c\0d\r\nContent-Length: 0\r\n\r\n"));
        HINTERNET request = sync().get("/");
        TextBuffer text = new TextBuffer(400);

        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, text, new DwordRef(800), null))
                .isTrue();
        assertThat(text.toString()).isEqualTo("HTTP/1.1 200 OK\r\nX-A: b X-B: c d\r\nContent-Length: 0\r\n\r\n");
    }
}
