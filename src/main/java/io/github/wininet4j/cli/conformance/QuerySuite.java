package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;

/** HttpQueryInfo: what it finds, and how it uses buffers. */
final class QuerySuite {
    private static final String NOT_FOUND = "ERROR_HTTP_HEADER_NOT_FOUND (12150)";
    private static final int STATUS = HttpQuery.HTTP_QUERY_STATUS_CODE;
    private static final int NUMBER = HttpQuery.HTTP_QUERY_FLAG_NUMBER;
    private static final int CUSTOM = HttpQuery.HTTP_QUERY_CUSTOM;

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-QUERY-2[D] R-QUERY-3[D] R-GEN-9[D]",
                    "Lengths are bytes, with the NUL if the buffer is too small, without it on success",
                    QuerySuite::lengths,
                    "no buffer: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "length: 8",
                    "no room for the NUL: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "length: 8",
                    "enough: TRUE",
                    "length: 6",
                    "text: 200"),
            new ConformanceCase(
                    "R-QUERY-5[D]",
                    "A header that is not there",
                    bed -> bed.note("X-None", answered(bed).query("X-None", 0)),
                    "X-None: " + NOT_FOUND),
            new ConformanceCase(
                    "R-QUERY-6[D] R-QUERY-7[O]",
                    "The index selects among headers of one name and is set to the next; not on failure",
                    QuerySuite::index,
                    "0: one, next 1",
                    "1: two, next 2",
                    "2: " + NOT_FOUND + ", next 2"),
            new ConformanceCase(
                    "R-QUERY-7[O] R-QUERY-8[O]",
                    "Status code and raw headers have one value and leave the index alone",
                    QuerySuite::indexOfAttributes,
                    "status code, 0: TRUE",
                    "index: 0",
                    "status code, 1: FALSE, " + NOT_FOUND,
                    "raw headers, 1: FALSE, " + NOT_FOUND),
            new ConformanceCase(
                    "R-QUERY-9[O]",
                    "Before the request is sent its status code is 0",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request(CannedResponses.DIGITS);
                        bed.note("text", client.query(request, STATUS));
                        DwordRef number = new DwordRef(7);
                        bed.call(
                                "number",
                                bed.api().HttpQueryInfo(request, STATUS | NUMBER, number, new DwordRef(4), null));
                        bed.note("value", number.value);
                    },
                    "text: \"0\"",
                    "number: TRUE",
                    "value: 0"),
            new ConformanceCase(
                    "R-QUERY-10[O]",
                    "A request has no status code among its own headers",
                    bed -> bed.note(
                            "status code", answered(bed).query(STATUS | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS)),
                    "status code: ERROR_HTTP_INVALID_QUERY_REQUEST (12154)"),
            new ConformanceCase(
                    "R-QUERY-11[O]",
                    "FLAG_NUMBER needs four bytes",
                    QuerySuite::number,
                    "four bytes: TRUE",
                    "value: 200",
                    "eight bytes: FALSE, ERROR_HTTP_INVALID_HEADER (12153)",
                    "value: 7"),
            new ConformanceCase(
                    "R-QUERY-13[D]",
                    "FLAG_SYSTEMTIME takes a date apart",
                    QuerySuite::date,
                    "Last-Modified: TRUE",
                    "date: 2005-1-7 12:6:35, day of the week 5"),
            new ConformanceCase(
                    "R-QUERY-16[D]",
                    "CUSTOM takes the name from the buffer, and leaves it there if the buffer is too small",
                    QuerySuite::custom,
                    "X-Large: \"4294967296\"",
                    "small buffer: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "it holds: X-Large"),
            new ConformanceCase(
                    "R-QUERY-18[O]",
                    "RAW_HEADERS_CRLF starts with the status line and ends with an empty line",
                    bed -> {
                        Answered answered = answered(bed);
                        String raw = answered.query(HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF);
                        bed.note("starts with the status line", raw.startsWith("\"HTTP/1.1 200 OK\r\n"));
                        bed.note("ends with an empty line", raw.endsWith("\r\n\r\n\""));
                        String own = answered.query(
                                HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS);
                        bed.note("starts with the request line", own.startsWith("\"GET /digits HTTP/1.1\r\n"));
                    },
                    "starts with the status line: true",
                    "ends with an empty line: true",
                    "starts with the request line: true"));

    private QuerySuite() {}

    /** A request that was answered with {@link CannedResponses#DIGITS}. */
    private record Answered(CaseClient client, HINTERNET request) {
        String query(int level) {
            return client.query(request, level);
        }

        String query(String name, int modifiers) {
            return client.query(request, name, modifiers);
        }
    }

    private static Answered answered(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        return new Answered(client, client.get(CannedResponses.DIGITS));
    }

    private static void lengths(TestBed bed) throws InterruptedException {
        HINTERNET request = answered(bed).request();
        DwordRef length = new DwordRef();
        bed.call("no buffer", bed.api().HttpQueryInfo(request, STATUS, null, length, null));
        bed.note("length", length.value);
        length.value = 6;
        bed.call("no room for the NUL", bed.api().HttpQueryInfo(request, STATUS, new TextBuffer(3), length, null));
        bed.note("length", length.value);
        TextBuffer buffer = new TextBuffer(4);
        bed.call("enough", bed.api().HttpQueryInfo(request, STATUS, buffer, length, null));
        bed.note("length", length.value);
        bed.note("text", buffer);
    }

    private static void index(TestBed bed) throws InterruptedException {
        HINTERNET request = answered(bed).request();
        DwordRef index = new DwordRef();
        for (int i = 0; i < 3; i++) {
            TextBuffer buffer = new TextBuffer(50);
            buffer.set("X-Many");
            DwordRef length = new DwordRef(buffer.sizeof());
            boolean found = bed.api().HttpQueryInfo(request, CUSTOM, buffer, length, index);
            String value = found ? buffer.toString() : bed.error();
            bed.note(Integer.toString(i), value + ", next " + index.value);
        }
    }

    private static void indexOfAttributes(TestBed bed) throws InterruptedException {
        HINTERNET request = answered(bed).request();
        DwordRef index = new DwordRef();
        bed.call("status code, 0", attribute(bed, request, STATUS, index));
        bed.note("index", index.value);
        index.value = 1;
        bed.call("status code, 1", attribute(bed, request, STATUS, index));
        bed.call("raw headers, 1", attribute(bed, request, HttpQuery.HTTP_QUERY_RAW_HEADERS, index));
    }

    private static boolean attribute(TestBed bed, HINTERNET request, int level, DwordRef index) {
        TextBuffer buffer = new TextBuffer(1000);
        return bed.api().HttpQueryInfo(request, level, buffer, new DwordRef(buffer.sizeof()), index);
    }

    private static void number(TestBed bed) throws InterruptedException {
        HINTERNET request = answered(bed).request();
        DwordRef four = new DwordRef();
        bed.call("four bytes", bed.api().HttpQueryInfo(request, STATUS | NUMBER, four, new DwordRef(4), null));
        bed.note("value", four.value);
        LongRef eight = new LongRef(7);
        bed.call("eight bytes", bed.api().HttpQueryInfo(request, STATUS | NUMBER, eight, new DwordRef(8), null));
        bed.note("value", eight.value);
    }

    private static void date(TestBed bed) throws InterruptedException {
        HINTERNET request = answered(bed).request();
        SYSTEMTIME time = new SYSTEMTIME();
        int level = HttpQuery.HTTP_QUERY_LAST_MODIFIED | HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
        bed.call("Last-Modified", bed.api().HttpQueryInfo(request, level, time, new DwordRef(time.sizeof()), null));
        bed.note(
                "date",
                time.wYear + "-" + time.wMonth + "-" + time.wDay + " " + time.wHour + ":" + time.wMinute + ":"
                        + time.wSecond + ", day of the week " + time.wDayOfWeek);
    }

    private static void custom(TestBed bed) throws InterruptedException {
        Answered answered = answered(bed);
        bed.note("X-Large", answered.query("X-Large", 0));
        TextBuffer buffer = new TextBuffer(8);
        buffer.set("X-Large");
        bed.call(
                "small buffer",
                bed.api().HttpQueryInfo(answered.request(), CUSTOM, buffer, new DwordRef(buffer.sizeof()), null));
        bed.note("it holds", buffer);
    }
}
