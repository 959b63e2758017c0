package io.github.wininet4j.engine.http.query;

import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_CONTENT_TYPE;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_CUSTOM;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_COALESCE;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_NUMBER;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_PROXY_AUTHORIZATION;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_RAW_HEADERS;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_REQUEST_METHOD;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_SET_COOKIE;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_STATUS_CODE;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_STATUS_TEXT;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_VERSION;
import static io.github.wininet4j.constant.Win32Error.ERROR_INSUFFICIENT_BUFFER;
import static io.github.wininet4j.constant.Win32Error.ERROR_INVALID_PARAMETER;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_HEADER_NOT_FOUND;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_INVALID_QUERY_REQUEST;
import static io.github.wininet4j.engine.http.head.HeadSamples.answered;
import static io.github.wininet4j.engine.http.head.HeadSamples.assertFails;
import static io.github.wininet4j.engine.http.head.HeadSamples.list;
import static io.github.wininet4j.engine.http.head.HeadSamples.response;
import static io.github.wininet4j.engine.http.head.HeadSamples.unsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.wininet4j.engine.http.head.HeadSamples;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text answers of HttpQueryInfo: what is found, and the protocol of buffer, length and index. */
@Rule("R-QUERY-1")
final class HeaderQueryTest {
    private static final int OF_REQUEST = HTTP_QUERY_FLAG_REQUEST_HEADERS;
    private static final String RAW =
            "HTTP/1.1 200 OK|Server: s|X-A: one|Set-Cookie: a=b|x-a: two|Set-Cookie: c=d|X-E: |";
    private static final String RAW_REQUEST = "GET /path?q=1 HTTP/1.1|Host: h|Accept: */*|";

    private final HeaderQuery query = new HeaderQuery(text -> null);
    private final QuerySource heads = answered(
            response("Server: s", "X-A: one", "Set-Cookie: a=b", "x-a: two", "Set-Cookie: c=d", "X-E:"),
            "Host: h",
            "Accept: */*");

    private String text(QuerySource of, int level) {
        TextBuffer buffer = new TextBuffer(1000);
        DwordRef length = new DwordRef(buffer.sizeof());
        query.run(of, level, buffer, length, null);
        assertThat(length.value % 2).isZero();
        assertThat(buffer.charAt(length.value / 2)).isEqualTo('\0');
        return buffer.toString(length.value / 2);
    }

    private int error(QuerySource of, int level, int index) {
        return HeadSamples.errorOf(
                () -> query.run(of, level, new TextBuffer(1000), new DwordRef(2000), new DwordRef(index)));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(37, "s"),
                arguments(HTTP_QUERY_STATUS_CODE, "200"),
                arguments(HTTP_QUERY_STATUS_TEXT, "OK"),
                arguments(HTTP_QUERY_VERSION, "HTTP/1.1"),
                arguments(HTTP_QUERY_REQUEST_METHOD, "GET"),
                arguments(HTTP_QUERY_REQUEST_METHOD | OF_REQUEST, "GET"),
                arguments(HTTP_QUERY_STATUS_TEXT | OF_REQUEST, "OK"),
                arguments(HTTP_QUERY_SET_COOKIE, "a=b"),
                arguments(HTTP_QUERY_SET_COOKIE | HTTP_QUERY_FLAG_COALESCE, "a=b, c=d"),
                arguments(HTTP_QUERY_SET_COOKIE | HTTP_QUERY_FLAG_COALESCE_WITH_COMMA, "a=b, c=d"),
                arguments(37 | HTTP_QUERY_FLAG_COALESCE_WITH_COMMA, "s"),
                arguments(HTTP_QUERY_VERSION | HTTP_QUERY_FLAG_COALESCE, "HTTP/1.1"),
                arguments(55 | OF_REQUEST, "h"),
                arguments(24 | OF_REQUEST, "*/*"),
                arguments(HTTP_QUERY_RAW_HEADERS, RAW.replace('|', '\0')),
                arguments(HTTP_QUERY_RAW_HEADERS_CRLF, RAW.replace("|", "\r\n") + "\r\n"),
                arguments(HTTP_QUERY_RAW_HEADERS | OF_REQUEST, RAW_REQUEST.replace('|', '\0')),
                arguments(HTTP_QUERY_RAW_HEADERS_CRLF | OF_REQUEST, RAW_REQUEST.replace("|", "\r\n") + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Rule({"R-QUERY-2", "R-QUERY-14", "R-QUERY-15", "R-QUERY-17", "R-QUERY-18", "R-QUERY-22"})
    void run_text_answersWithLengthInBytesAndNul(int level, String expected) {
        assertThat(text(heads, level)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Rule({"R-QUERY-2", "R-QUERY-3", "R-QUERY-4", "R-GEN-11"})
    void run_textThatDoesNotFit_reportsTheBytesWithNulAndWritesNothing(int level, String expected) {
        int needed = 2 * expected.length() + 2;
        for (int size : new int[] {0, 1, needed - 2, needed - 1}) {
            TextBuffer buffer = new TextBuffer("?".repeat(expected.length() + 5));
            DwordRef length = new DwordRef(size);

            assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, level, buffer, length, null));

            assertThat(length.value).isEqualTo(needed);
            assertThat(buffer.toString()).isEqualTo("?".repeat(expected.length() + 5));
        }
        for (int size : new int[] {0, 2, needed, 100_000}) {
            DwordRef length = new DwordRef(size);
            assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, level, null, length, null));
            assertThat(length.value).isEqualTo(needed);
        }
        DwordRef length = new DwordRef(needed);
        query.run(heads, level, new TextBuffer(expected.length() + 1), length, null);
        assertThat(length.value).isEqualTo(needed - 2);
    }

    @Test
    @Rule("R-QUERY-3")
    void run_lengthBeyondTheBuffer_neverWritesBeyondIt() {
        TextBuffer buffer = new TextBuffer(2);
        DwordRef length = new DwordRef(-1);

        assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, HTTP_QUERY_STATUS_CODE, buffer, length, null));

        assertThat(length.value).isEqualTo(8);
        length.value = -1;
        query.run(heads, 37, buffer, length, null);
        assertThat(buffer.toString()).isEqualTo("s");
    }

    @Test
    @Rule("R-QUERY-2")
    void run_intoBytes_writesUtf16OfTheMachine() {
        for (ByteBuffer memory : new ByteBuffer[] {ByteBuffer.allocate(20), ByteBuffer.allocateDirect(20)}) {
            ByteBlock block = new ByteBlock(memory);
            DwordRef length = new DwordRef(20);

            query.run(heads, HTTP_QUERY_STATUS_CODE, block, length, null);

            assertThat(length.value).isEqualTo(6);
            assertThat(block.buffer().asCharBuffer().subSequence(0, 4).toString())
                    .isEqualTo("200\0");
        }
    }

    @Test
    @Rule("R-QUERY-17")
    void run_rawHeaders_lengthLeavesOutTheLastNulOnly() {
        TextBuffer buffer = new TextBuffer("?".repeat(200));
        DwordRef length = new DwordRef(400);

        query.run(heads, HTTP_QUERY_RAW_HEADERS, buffer, length, null);

        int chars = length.value / 2;
        assertThat(chars).isEqualTo(RAW.length());
        assertThat(buffer.toString(chars + 2)).endsWith("X-E: \0\0?");
    }

    @Test
    @Rule({"R-QUERY-6", "R-QUERY-7", "R-QUERY-5"})
    void run_withIndex_walksThroughTheHeadersOfThatName() {
        DwordRef index = new DwordRef(0);

        assertThat(nextCookie(index)).isEqualTo("a=b");
        assertThat(index.value).isEqualTo(1);
        assertThat(nextCookie(index)).isEqualTo("c=d");
        assertThat(index.value).isEqualTo(2);
        assertFails(ERROR_HTTP_HEADER_NOT_FOUND, () -> nextCookie(index));
        assertThat(index.value).isEqualTo(2);
    }

    private String nextCookie(DwordRef index) {
        TextBuffer buffer = new TextBuffer(20);
        query.run(heads, HTTP_QUERY_SET_COOKIE, buffer, new DwordRef(40), index);
        return buffer.toString();
    }

    @Test
    @Rule("R-QUERY-7")
    void run_thatFails_leavesTheIndex() {
        DwordRef index = new DwordRef(1);

        assertFails(
                ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, HTTP_QUERY_SET_COOKIE, null, new DwordRef(), index));

        assertThat(index.value).isEqualTo(1);
    }

    @Test
    @Rule({"R-QUERY-6", "R-QUERY-14"})
    void run_coalescing_startsAtTheIndexAndEndsBehindTheLast() {
        DwordRef index = new DwordRef(0);
        int level = HTTP_QUERY_SET_COOKIE | HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;
        TextBuffer buffer = new TextBuffer(20);

        query.run(heads, level, buffer, new DwordRef(40), index);

        assertThat(buffer.toString()).isEqualTo("a=b, c=d");
        assertThat(index.value).isEqualTo(2);
        assertThat(error(heads, level, 2)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        index.value = 1;
        query.run(heads, level, buffer, new DwordRef(40), index);
        assertThat(buffer.toString()).isEqualTo("c=d");
        assertThat(index.value).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                HTTP_QUERY_STATUS_CODE,
                HTTP_QUERY_STATUS_TEXT,
                HTTP_QUERY_VERSION,
                HTTP_QUERY_RAW_HEADERS,
                HTTP_QUERY_RAW_HEADERS_CRLF,
                HTTP_QUERY_REQUEST_METHOD
            })
    @Rule({"R-QUERY-7", "R-QUERY-8"})
    void run_whatExistsOnce_takesIndexZeroOnlyAndLeavesIt(int level) {
        DwordRef index = new DwordRef(0);

        query.run(heads, level, new TextBuffer(200), new DwordRef(400), index);

        assertThat(index.value).isZero();
        assertThat(error(heads, level, 1)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(error(heads, level, -1)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
    }

    @Test
    @Rule({"R-QUERY-9", "R-QUERY-19"})
    void run_beforeTheSend_answersWithWhatThereIs() {
        QuerySource unsent = unsent("A: 1");

        assertThat(text(unsent, HTTP_QUERY_STATUS_CODE)).isEqualTo("0");
        assertThat(text(unsent, HTTP_QUERY_RAW_HEADERS)).isEmpty();
        assertThat(text(unsent, HTTP_QUERY_RAW_HEADERS_CRLF)).isEqualTo("\r\n");
        assertThat(text(unsent, HTTP_QUERY_VERSION)).isEqualTo("HTTP/1.1");
        assertThat(error(unsent, HTTP_QUERY_STATUS_TEXT, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(error(unsent, HTTP_QUERY_CONTENT_TYPE, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(text(unsent, HTTP_QUERY_RAW_HEADERS_CRLF | OF_REQUEST))
                .isEqualTo("GET /path?q=1 HTTP/1.1\r\nA: 1\r\n\r\n");
    }

    @Test
    @Rule({"R-HDR-25", "R-QUERY-15"})
    void run_ofRequestHeaders_seesTheStoredOnesThenThoseSent() {
        HeaderList stored = list("A: 1");
        QuerySource before = new QuerySource("POST", "/", "HTTP/1.1", stored, null, null);
        QuerySource after = new QuerySource("POST", "/", "HTTP/1.1", stored, list("A: 1", "Host: h"), response());

        assertThat(error(before, 55 | OF_REQUEST, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(text(after, 55 | OF_REQUEST)).isEqualTo("h");
        assertThat(error(after, 55, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(text(after, HTTP_QUERY_REQUEST_METHOD)).isEqualTo("POST");
    }

    @Test
    @Rule("R-QUERY-21")
    void run_proxyAuthorization_isThereBeforeTheSendOnly() {
        int level = HTTP_QUERY_PROXY_AUTHORIZATION | OF_REQUEST;

        assertThat(text(unsent("Proxy-Authorization: p"), level)).isEqualTo("p");
        assertThat(error(answered(response(), "Proxy-Authorization: p"), level, 0))
                .isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
    }

    @Test
    @Rule({"R-HQ-20", "R-SEND-14"})
    void run_statusText_mayBeEmpty() {
        QuerySource noReason = answered(new HeadSamples.Response(204, "HTTP/1.0", "", list("Foo: bar")));

        assertThat(text(noReason, HTTP_QUERY_STATUS_TEXT)).isEmpty();
        assertThat(text(noReason, HTTP_QUERY_VERSION)).isEqualTo("HTTP/1.0");
        assertThat(text(noReason, HTTP_QUERY_VERSION | OF_REQUEST)).isEqualTo("HTTP/1.1");
        assertThat(text(noReason, HTTP_QUERY_RAW_HEADERS_CRLF)).isEqualTo("HTTP/1.0 204 \r\nFoo: bar\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"x-a, 0, one, 1", "X-A, 1, two, 2", "X-E, 0, '', 1"})
    @Rule({"R-QUERY-16", "R-QUERY-6", "R-HQ-65535"})
    void run_custom_readsTheNameFromTheBuffer(String name, int at, String expected, int next) {
        for (LPVOID buffer : new LPVOID[] {textWith(name), bytesWith(name)}) {
            DwordRef index = new DwordRef(at);
            DwordRef length = new DwordRef(40);

            query.run(heads, HTTP_QUERY_CUSTOM, buffer, length, index);

            assertThat(contents(buffer)).isEqualTo(expected);
            assertThat(length.value).isEqualTo(2 * expected.length());
            assertThat(index.value).isEqualTo(next);
        }
    }

    @Test
    @Rule("R-QUERY-16")
    void run_customThatDoesNotFit_leavesTheName() {
        for (LPVOID buffer : new LPVOID[] {textWith("X-A"), bytesWith("X-A")}) {
            DwordRef length = new DwordRef(6);

            assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, HTTP_QUERY_CUSTOM, buffer, length, null));

            assertThat(contents(buffer)).isEqualTo("X-A");
            assertThat(length.value).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "X-A:", " X-A", "Host"})
    @Rule({"R-QUERY-5", "R-QUERY-16"})
    void run_customThatIsAbsent_isNotFound(String name) {
        TextBuffer buffer = textWith(name);

        assertFails(
                ERROR_HTTP_HEADER_NOT_FOUND, () -> query.run(heads, HTTP_QUERY_CUSTOM, buffer, new DwordRef(40), null));

        assertThat(buffer.toString()).isEqualTo(name);
    }

    @Test
    @Rule({"R-QUERY-15", "R-QUERY-16"})
    void run_customOfRequest_looksThere() {
        TextBuffer buffer = textWith("host");

        query.run(heads, HTTP_QUERY_CUSTOM | OF_REQUEST, buffer, new DwordRef(40), null);

        assertThat(buffer.toString()).isEqualTo("h");
    }

    private static TextBuffer textWith(String name) {
        TextBuffer buffer = new TextBuffer(20);
        buffer.set(name);
        return buffer;
    }

    private static ByteBlock bytesWith(String name) {
        ByteBlock block = new ByteBlock(40);
        block.buffer().asCharBuffer().put(name);
        return block;
    }

    private static String contents(LPVOID buffer) {
        return buffer instanceof ByteBlock block
                ? block.buffer().asCharBuffer().toString().split("\0", 2)[0]
                : buffer.toString();
    }

    static Stream<Integer> senseless() {
        return Stream.of(
                HTTP_QUERY_STATUS_CODE | OF_REQUEST,
                HTTP_QUERY_STATUS_CODE | OF_REQUEST | HTTP_QUERY_FLAG_NUMBER,
                HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_SYSTEMTIME,
                HTTP_QUERY_RAW_HEADERS | HTTP_QUERY_FLAG_NUMBER,
                HTTP_QUERY_VERSION | HTTP_QUERY_FLAG_SYSTEMTIME,
                5 | HTTP_QUERY_FLAG_NUMBER | HTTP_QUERY_FLAG_NUMBER64,
                9 | HTTP_QUERY_FLAG_NUMBER | HTTP_QUERY_FLAG_SYSTEMTIME,
                96,
                65534,
                65536,
                0x03FF_FFFF);
    }

    @ParameterizedTest
    @MethodSource("senseless")
    @Rule({"R-QUERY-10", "R-ERRN-12154"})
    void run_senselessLevel_isAnInvalidQuery(int level) {
        for (QuerySource each : List.of(heads, unsent())) {
            assertThat(error(each, level, 0)).isEqualTo(ERROR_HTTP_INVALID_QUERY_REQUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {71, 72, 73, 74})
    @Rule({"R-HQ-71..74"})
    void run_echo_isNotFound(int attribute) {
        assertThat(error(heads, attribute, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(error(heads, attribute | OF_REQUEST, 0)).isEqualTo(ERROR_HTTP_HEADER_NOT_FOUND);
    }

    @Test
    void run_withoutLengthOrWithABufferOfTheWrongKind_isAnInvalidParameter() {
        List<LPVOID> wrong = List.of(
                new DwordRef(),
                new LongRef(),
                new SYSTEMTIME(),
                new HandleRef(),
                new ByteBlock(ByteBuffer.allocate(40).asReadOnlyBuffer()));

        assertFails(ERROR_INVALID_PARAMETER, () -> query.run(heads, 37, new TextBuffer(9), null, null));
        for (LPVOID buffer : wrong) {
            assertFails(ERROR_INVALID_PARAMETER, () -> query.run(heads, 37, buffer, new DwordRef(40), null));
        }
        for (LPVOID buffer : wrong) {
            assertFails(
                    ERROR_INVALID_PARAMETER, () -> query.run(heads, HTTP_QUERY_CUSTOM, buffer, new DwordRef(40), null));
        }
        assertFails(ERROR_INVALID_PARAMETER, () -> query.run(heads, HTTP_QUERY_CUSTOM, null, new DwordRef(), null));
    }
}
