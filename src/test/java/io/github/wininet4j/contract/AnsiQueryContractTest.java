package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.block;
import static io.github.wininet4j.contract.AnsiStrings.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** HttpQueryInfoA: one protocol, and all of it in bytes. */
@ContractTest
final class AnsiQueryContractTest extends HttpFixture {
    private static final int SERVER = HttpQuery.HTTP_QUERY_SERVER;
    private static final int CUSTOM = HttpQuery.HTTP_QUERY_CUSTOM;
    private static final String HEAD = "HTTP/1.1 200 Fine\r\nServer: caf\u00E9\r\nX-Many: a\r\nX-Many: b\r\n"
            + "Date: Fri, 07 Jan 2005 12:06:35 GMT\r\nX-Number: 42\r\nContent-Length: 5\r\n\r\n";

    private final AnsiWinInet ansi;
    private final Conversation client;
    private final HINTERNET request;

    AnsiQueryContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        server.onRequest(HEAD + "hello");
        this.ansi = AnsiWinInet.over(api, 65001);
        this.client = Conversation.ansi(api, ansi, log, server, 0);
        this.request = client.get("/");
    }

    @Test
    @Rule({"R-QUERY-1", "R-QUERY-2", "R-GEN-14"})
    void query_withRoom_givesLatin1Bytes_andTheirCountWithoutTheNul() {
        ByteBlock buffer = block("xxxxxxxxxx", 11);
        DwordRef length = new DwordRef(5);

        assertThat(ansi.HttpQueryInfoA(request, SERVER, buffer, length, null)).isTrue();

        assertThat(length.value).isEqualTo(4);
        assertThat(text(buffer)).isEqualTo("caf\u00E9");
        assertThat(buffer.buffer().get(5)).isEqualTo((byte) 'x');
    }

    @Test
    @Rule({"R-QUERY-3", "R-GEN-9"})
    void query_withoutRoomForTheNul_reportsBytesWithIt_andLeavesTheBuffer() {
        for (int size = 0; size <= 4; size++) {
            ByteBlock buffer = block("xxxxxxxxxx", 11);
            DwordRef length = new DwordRef(size);

            assertThat(ansi.HttpQueryInfoA(request, SERVER, buffer, length, null))
                    .isFalse();

            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(length.value).isEqualTo(5);
            assertThat(text(buffer)).isEqualTo("xxxxxxxxxx");
        }
    }

    @Test
    @Rule("R-QUERY-3")
    void query_withLessMemoryThanItsLengthSays_isNotWrittenBeyond() {
        DwordRef length = new DwordRef(100);

        assertThat(ansi.HttpQueryInfoA(request, SERVER, new ByteBlock(4), length, null))
                .isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(5);
    }

    @Test
    @Rule("R-QUERY-4")
    void query_withNullBuffer_reportsTheSize_whateverTheLengthSays() {
        for (int size : new int[] {0, 3, 5, 1000, -1}) {
            DwordRef length = new DwordRef(size);

            assertThat(ansi.HttpQueryInfoA(request, SERVER, null, length, null)).isFalse();

            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(length.value).isEqualTo(5);
        }
    }

    @Test
    @Rule({"R-QUERY-5", "R-ERRN-87", "R-ERRN-12150"})
    void query_withBadInput_fails() {
        DwordRef length = new DwordRef(100);
        ByteBlock buffer = new ByteBlock(100);

        assertThat(ansi.HttpQueryInfoA(request, HttpQuery.HTTP_QUERY_ETAG, buffer, length, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(ansi.HttpQueryInfoA(request, SERVER, buffer, null, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        ByteBlock readOnly = new ByteBlock(ByteBuffer.allocate(100).asReadOnlyBuffer());
        assertThat(ansi.HttpQueryInfoA(request, SERVER, readOnly, length, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.HttpQueryInfoA(null, SERVER, buffer, length, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(ansi.HttpQueryInfoA(client.connect(), SERVER, buffer, length, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    @Test
    @Rule({"R-QUERY-16", "R-QUERY-6", "R-QUERY-7"})
    void customQuery_takesTheNameFromTheBytes_andStepsThroughTheFields() {
        DwordRef index = new DwordRef(0);
        for (String expected : new String[] {"a", "b"}) {
            ByteBlock buffer = block("X-Many", 20);
            DwordRef length = new DwordRef(20);

            assertThat(ansi.HttpQueryInfoA(request, CUSTOM, buffer, length, index))
                    .isTrue();
            assertThat(text(buffer)).isEqualTo(expected);
            assertThat(length.value).isEqualTo(1);
        }
        assertThat(index.value).isEqualTo(2);

        assertThat(ansi.HttpQueryInfoA(request, CUSTOM, block("X-Many", 20), new DwordRef(20), index))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(index.value).isEqualTo(2);
    }

    @Test
    @Rule({"R-QUERY-16", "R-QUERY-7"})
    void customQuery_withoutRoom_leavesTheNameAndTheIndex() {
        ByteBlock buffer = block("Server", 20);
        DwordRef length = new DwordRef(2);
        DwordRef index = new DwordRef(0);

        assertThat(ansi.HttpQueryInfoA(request, CUSTOM, buffer, length, index)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(5);
        assertThat(text(buffer)).isEqualTo("Server");
        assertThat(index.value).isZero();
    }

    @Test
    @Rule({"R-QUERY-11", "R-QUERY-12", "R-QUERY-13"})
    void typedQueries_fillTheSameValuesAsTheWideFunction() {
        DwordRef number = new DwordRef();
        DwordRef length = new DwordRef(4);
        int status = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(ansi.HttpQueryInfoA(request, status, number, length, null)).isTrue();
        assertThat(number.value).isEqualTo(200);
        assertThat(length.value).isEqualTo(4);

        LongRef size = new LongRef();
        int contentLength = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
        assertThat(ansi.HttpQueryInfoA(request, contentLength, size, new DwordRef(8), null))
                .isTrue();
        assertThat(size.value).isEqualTo(5);

        SYSTEMTIME time = new SYSTEMTIME();
        int date = HttpQuery.HTTP_QUERY_DATE | HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
        assertThat(ansi.HttpQueryInfoA(request, date, time, new DwordRef(16), null))
                .isTrue();
        assertThat(time.wYear).isEqualTo(2005);
        assertThat(time.wSecond).isEqualTo(35);
    }

    @Test
    @Rule({"R-QUERY-11", "R-QUERY-16"})
    void customNumberQuery_replacesTheNameByTheNumber() {
        ByteBlock buffer = block("X-Number", 20);
        DwordRef length = new DwordRef(4);

        assertThat(ansi.HttpQueryInfoA(request, CUSTOM | HttpQuery.HTTP_QUERY_FLAG_NUMBER, buffer, length, null))
                .isTrue();

        assertThat(buffer.buffer().getInt(0)).isEqualTo(42);
        assertThat(length.value).isEqualTo(4);
    }

    @Test
    @Rule({"R-QUERY-17", "R-QUERY-18"})
    void rawHeaders_areBytes_andTheirLengthExcludesTheLastNul() {
        DwordRef needed = new DwordRef();
        assertThat(ansi.HttpQueryInfoA(request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, null, needed, null))
                .isFalse();
        ByteBlock crlf = new ByteBlock(needed.value);
        assertThat(ansi.HttpQueryInfoA(request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, crlf, needed, null))
                .isTrue();
        assertThat(text(crlf)).isEqualTo(HEAD);
        assertThat(needed.value).isEqualTo(HEAD.length());

        ByteBlock raw = new ByteBlock(1000);
        DwordRef length = new DwordRef(1000);
        assertThat(ansi.HttpQueryInfoA(request, HttpQuery.HTTP_QUERY_RAW_HEADERS, raw, length, null))
                .isTrue();
        byte[] bytes = new byte[length.value];
        raw.buffer().get(0, bytes);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(HEAD.substring(0, HEAD.length() - 2).replace("\r\n", "\0"));
        assertThat(raw.buffer().get(length.value)).isZero();
    }

    @Test
    @Rule("R-QUERY-15")
    void requestHeaders_areBytesToo() {
        ByteBlock buffer = new ByteBlock(100);
        DwordRef length = new DwordRef(100);
        int agent = HttpQuery.HTTP_QUERY_USER_AGENT | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;

        assertThat(ansi.HttpQueryInfoA(request, agent, buffer, length, null)).isTrue();

        assertThat(text(buffer)).isEqualTo("agent");
        assertThat(length.value).isEqualTo(5);
    }
}
