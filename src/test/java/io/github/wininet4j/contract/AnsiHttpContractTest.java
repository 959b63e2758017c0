package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_BUFFERSA;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of ANSI callers: what goes over the wire, byte for byte. */
@ContractTest
final class AnsiHttpContractTest extends HttpFixture {
    private final AnsiWinInet ansi;
    private final Conversation client;

    AnsiHttpContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.ansi = AnsiWinInet.over(api);
        this.client = Conversation.ansi(api, ansi, log, server, 0);
    }

    @Test
    @Rule({"R-GEN-1", "R-REQ-1", "R-SEND-1", "R-READ-1"})
    void request_throughTheAFunctions_sendsWhatTheBytesSay() {
        server.onRequest(HELLO);
        HINTERNET request = ansi.HttpOpenRequestA(
                client.connect(),
                z("POST"),
                z("/a?b"),
                z("HTTP/1.1"),
                z("http://from.test/"),
                new byte[][] {z("text/html"), z("text/plain"), null, z("not/looked-at")},
                0,
                Conversation.REQUEST_CONTEXT);
        ByteBuffer body = ByteBuffer.wrap(z("data"));

        assertThat(ansi.HttpSendRequestA(request, z("X-One: 1\r\nX-Two: 2"), -1, body, 4))
                .isTrue();

        assertThat(client.readText(request)).isEqualTo("hello");
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.requestLine()).isEqualTo("POST /a?b HTTP/1.1");
        assertThat(sent.header("User-Agent")).isEqualTo("agent");
        assertThat(sent.header("Referer")).isEqualTo("http://from.test/");
        assertThat(sent.values("Accept")).containsExactly("text/html, text/plain");
        assertThat(sent.header("X-One")).isEqualTo("1");
        assertThat(sent.header("X-Two")).isEqualTo("2");
        assertThat(sent.bodyText()).isEqualTo("data");
    }

    @ParameterizedTest
    @ValueSource(ints = {1252, 932, 65001})
    @Rule({"R-WIRE-9", "R-WIRE-10"})
    void httpOpenRequestA_sendsPathAndQueryByteForByte_inEveryCodePage(int codePage) {
        AnsiWinInet other = AnsiWinInet.over(api, codePage);
        StringBuilder high = new StringBuilder("/");
        for (char c = 0x80; c <= 0xFF; c++) {
            high.append(c);
        }
        for (String target : new String[] {high.toString(), "/q?" + high, "/\u0083A/\u00E4", "/a%20b%2Fc"}) {
            server.onRequest(HELLO);
            HINTERNET request = other.HttpOpenRequestA(client.connect(), null, z(target), null, null, null, 0, 0);

            assertThat(other.HttpSendRequestA(request, null, 0, null, 0)).isTrue();

            assertThat(client.readText(request)).isEqualTo("hello");
            assertThat(server.takeRequest().target()).isEqualTo(target);
        }
    }

    @Test
    @Rule("R-WIRE-10")
    void httpOpenRequestA_changesOnlySpacesAndDotSegments() {
        server.onRequest(HELLO);

        client.readText(client.get("/a/../b c/./d?x y"));

        assertThat(server.takeRequest().target()).isEqualTo("/b%20c/d?x%20y");
    }

    @ParameterizedTest
    @ValueSource(ints = {1252, 932, 65001})
    @Rule("R-GEN-14")
    void headers_areLatin1_whateverTheCodePage(int codePage) {
        AnsiWinInet other = AnsiWinInet.over(api, codePage);
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("GET", "/", 0);
        String value = "caf\u00E9 \u0083A \u0080\u00FF";

        assertThat(other.HttpAddRequestHeadersA(request, z("X-Added: " + value), -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        assertThat(other.HttpSendRequestA(request, z("X-Sent: " + value), -1, null, 0))
                .isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.header("X-Added")).isEqualTo(value);
        assertThat(sent.header("X-Sent")).isEqualTo(value);
    }

    @Test
    @Rule("R-HDR-1")
    void headerLength_countsBytes_andStopsBeforeTheRest() {
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("GET", "/", 0);
        byte[] added = z("X-A: \u00E9\u00E9 and more");
        byte[] sent = z("X-B: 12345");

        assertThat(ansi.HttpAddRequestHeadersA(request, added, 7, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        assertThat(ansi.HttpSendRequestA(request, sent, 7, null, 0)).isTrue();

        RecordedRequest arrived = server.takeRequest();
        assertThat(arrived.header("X-A")).isEqualTo("\u00E9\u00E9");
        assertThat(arrived.header("X-B")).isEqualTo("12");
    }

    @Test
    @Rule({"R-SEND-5", "R-SEND-25", "R-ERRN-87"})
    void headersOfLengthZero_areRefused_andCountedByTheWideFunction() {
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        buffers.lpcszHeader = z("X-A: 1");

        assertThat(ansi.HttpSendRequestA(request, z("X-A: 1"), 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        api.SetLastError(0);
        assertThat(ansi.HttpSendRequestExA(request, buffers, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        api.SetLastError(0);
        assertThat(ansi.HttpAddRequestHeadersA(request, z("X-A: 1"), 0, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(server.connectionCount()).isZero();

        server.onRequest(HELLO);
        assertThat(api.HttpSendRequest(request, "X-A: 1", 0, null, 0)).isTrue();
        assertThat(server.takeRequest().header("X-A")).isEqualTo("1");
    }

    @Test
    @Rule("R-SEND-25")
    void emptyHeadersOfLengthZero_areNone() {
        server.onRequest(HELLO).onRequest(HELLO);
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        buffers.lpcszHeader = z("");

        assertThat(ansi.HttpSendRequestA(request, z(""), 0, null, 0)).isTrue();
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(ansi.HttpSendRequestExA(request, buffers, null, 0, 0)).isTrue();
        assertThat(ansi.HttpEndRequestA(request, null, 0, 0)).isTrue();

        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-SENDEX-1", "R-SENDEX-3", "R-STRUCT-2", "R-WRITE-1"})
    void httpSendRequestExA_streamsABody() {
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("PUT", "/up", 0);
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        buffers.lpcszHeader = z("X-A: \u00E9");
        buffers.dwHeadersLength = -1;
        buffers.lpvBuffer = ByteBuffer.wrap("first".getBytes(StandardCharsets.US_ASCII));
        buffers.dwBufferLength = 5;
        buffers.dwBufferTotal = 10;

        assertThat(ansi.HttpSendRequestExA(request, buffers, null, 0, 0)).isTrue();
        DwordRef written = new DwordRef();
        ByteBuffer more = ByteBuffer.wrap("later".getBytes(StandardCharsets.US_ASCII));
        assertThat(api.InternetWriteFile(request, more, 5, written)).isTrue();
        assertThat(ansi.HttpEndRequestA(request, null, 0, 0)).isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.header("X-A")).isEqualTo("\u00E9");
        assertThat(sent.bodyText()).isEqualTo("firstlater");
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-SENDEX-4", "R-SENDEX-8", "R-STRUCT-2", "R-READEX-3", "R-READEX-9", "R-READEX-11"})
    void buffersOfAnotherSize_areRefused() {
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERSA wrong = new INTERNET_BUFFERSA();
        wrong.dwStructSize = 55;

        assertThat(ansi.HttpSendRequestExA(request, wrong, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.HttpSendRequestExA(request, null, new INTERNET_BUFFERSA(), 0, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.HttpEndRequestA(request, new INTERNET_BUFFERSA(), 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        server.onRequest(HELLO);
        HINTERNET sent = client.get("/");
        for (INTERNET_BUFFERSA bad : new INTERNET_BUFFERSA[] {wrong, null}) {
            assertThat(ansi.InternetReadFileExA(sent, bad, 0, 0)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(ansi.InternetReadFileExA(null, new INTERNET_BUFFERSA(), 0, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(client.readText(sent)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-READEX-1", "R-READEX-4", "R-READEX-5", "R-READEX-9", "R-READEX-10"})
    void internetReadFileExA_fillsTheBufferAndTheCount() {
        server.onRequest(HELLO);
        HINTERNET request = client.get("/");
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        byte[] memory = new byte[8];
        byte[] untouched = z("X: 1");
        buffers.lpvBuffer = ByteBuffer.wrap(memory);
        buffers.dwBufferLength = 3;
        buffers.lpcszHeader = untouched;
        buffers.dwOffsetLow = 42;

        assertThat(ansi.InternetReadFileExA(request, buffers, 0, 0)).isTrue();

        assertThat(buffers.dwBufferLength).isEqualTo(3);
        assertThat(text(memory)).isEqualTo("hel");
        assertThat(buffers.lpcszHeader).isSameAs(untouched);
        assertThat(buffers.dwOffsetLow).isEqualTo(42);
        assertThat(client.readText(request)).isEqualTo("lo");
        buffers.dwBufferLength = 8;
        assertThat(ansi.InternetReadFileExA(request, buffers, 0, 0)).isTrue();
        assertThat(buffers.dwBufferLength).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1252, /p\u00E4th?q\u00FC", "932, /\u0083\\?\u0083\\", "65001, /\u00C3\u00A4?\u00C3\u00A4"})
    @Rule({"R-URLOPEN-1", "R-URLOPEN-4", "R-URLOPEN-12", "R-WIRE-10"})
    void internetOpenUrlA_sendsTheBytesOfTheUrl(int codePage, String target) {
        AnsiWinInet other = AnsiWinInet.over(api, codePage);
        server.onRequest(HELLO);

        HINTERNET request = other.InternetOpenUrlA(
                client.session(),
                z(server.url(target) + "#part"),
                z("X-A: \u00E9"),
                -1,
                0,
                Conversation.REQUEST_CONTEXT);

        assertThat(request).isNotNull();
        assertThat(client.readText(request)).isEqualTo("hello");
        RecordedRequest sent = server.takeRequest();
        // A trail byte is no separator, but the only safe form of this one in a path is its escape.
        assertThat(sent.target().replace("%5C", "\\")).isEqualTo(target);
        assertThat(sent.header("X-A")).isEqualTo("\u00E9");
    }

    @Test
    @Rule({"R-URLOPEN-3", "R-REQ-1", "R-HANDLE-20"})
    void badInput_failsAsThroughTheWideFunctions() {
        assertThat(ansi.InternetOpenUrlA(client.session(), z("no.scheme/"), null, 0, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        assertThat(ansi.InternetOpenUrlA(client.session(), null, null, 0, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.HttpOpenRequestA(null, z("GET"), z("/"), null, null, null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(ansi.HttpOpenRequestA(client.session(), z("GET"), z("/"), null, null, null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(ansi.HttpAddRequestHeadersA(client.connect(), z("A: 1"), -1, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(ansi.HttpSendRequestA(null, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        HINTERNET request = client.openRequest("GET", "/", 0);
        assertThat(ansi.HttpAddRequestHeadersA(request, null, -1, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-HDR-1")
    void text_withoutNul_endsWithItsArray() {
        server.onRequest(HELLO);
        byte[] target = "/x".getBytes(StandardCharsets.US_ASCII);
        byte[] headers = Arrays.copyOf(z("X-A: 1"), 6);
        HINTERNET request = ansi.HttpOpenRequestA(client.connect(), null, target, null, null, null, 0, 0);

        assertThat(ansi.HttpSendRequestA(request, headers, -1, null, 0)).isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.target()).isEqualTo("/x");
        assertThat(sent.header("X-A")).isEqualTo("1");
    }
}
