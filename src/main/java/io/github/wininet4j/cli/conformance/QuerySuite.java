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

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
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
            new Behaviour(
                    "R-QUERY-5[D]",
                    "A header that is not there",
                    ground -> ground.note("X-None", answered(ground).query("X-None", 0)),
                    "X-None: " + NOT_FOUND),
            new Behaviour(
                    "R-QUERY-6[D] R-QUERY-7[O]",
                    "The index selects among headers of one name and is set to the next; not on failure",
                    QuerySuite::index,
                    "0: one, next 1",
                    "1: two, next 2",
                    "2: " + NOT_FOUND + ", next 2"),
            new Behaviour(
                    "R-QUERY-7[O] R-QUERY-8[O]",
                    "Status code and raw headers have one value and leave the index alone",
                    QuerySuite::indexOfAttributes,
                    "status code, 0: TRUE",
                    "index: 0",
                    "status code, 1: FALSE, " + NOT_FOUND,
                    "raw headers, 1: FALSE, " + NOT_FOUND),
            new Behaviour(
                    "R-QUERY-9[O]",
                    "Before the request is sent its status code is 0",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.request(FixedAnswers.DIGITS);
                        ground.note("text", client.query(request, STATUS));
                        DwordRef number = new DwordRef(7);
                        ground.call(
                                "number",
                                ground.api().HttpQueryInfo(request, STATUS | NUMBER, number, new DwordRef(4), null));
                        ground.note("value", number.value);
                    },
                    "text: \"0\"",
                    "number: TRUE",
                    "value: 0"),
            new Behaviour(
                    "R-QUERY-10[O]",
                    "A request has no status code among its own headers",
                    ground -> ground.note(
                            "status code", answered(ground).query(STATUS | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS)),
                    "status code: ERROR_HTTP_INVALID_QUERY_REQUEST (12154)"),
            new Behaviour(
                    "R-QUERY-11[O]",
                    "FLAG_NUMBER needs four bytes",
                    QuerySuite::number,
                    "four bytes: TRUE",
                    "value: 200",
                    "eight bytes: FALSE, ERROR_HTTP_INVALID_HEADER (12153)",
                    "value: 7"),
            new Behaviour(
                    "R-QUERY-13[D]",
                    "FLAG_SYSTEMTIME takes a date apart",
                    QuerySuite::date,
                    "Last-Modified: TRUE",
                    "date: 2005-1-7 12:6:35, day of the week 5"),
            new Behaviour(
                    "R-QUERY-16[D]",
                    "CUSTOM takes the name from the buffer, and leaves it there if the buffer is too small",
                    QuerySuite::custom,
                    "X-Large: \"4294967296\"",
                    "small buffer: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "it holds: X-Large"),
            new Behaviour(
                    "R-QUERY-18[O]",
                    "RAW_HEADERS_CRLF starts with the status line and ends with an empty line",
                    ground -> {
                        Answered answered = answered(ground);
                        String raw = answered.query(HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF);
                        ground.note("starts with the status line", raw.startsWith("\"HTTP/1.1 200 OK\r\n"));
                        ground.note("ends with an empty line", raw.endsWith("\r\n\r\n\""));
                        String own = answered.query(
                                HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS);
                        ground.note("starts with the request line", own.startsWith("\"GET /digits HTTP/1.1\r\n"));
                    },
                    "starts with the status line: true",
                    "ends with an empty line: true",
                    "starts with the request line: true"));

    private QuerySuite() {}

    /** A request that was answered with {@link FixedAnswers#DIGITS}. */
    private record Answered(Client client, HINTERNET request) {
        String query(int level) {
            return client.query(request, level);
        }

        String query(String name, int modifiers) {
            return client.query(request, name, modifiers);
        }
    }

    private static Answered answered(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        return new Answered(client, client.get(FixedAnswers.DIGITS));
    }

    private static void lengths(Ground ground) throws InterruptedException {
        HINTERNET request = answered(ground).request();
        DwordRef length = new DwordRef();
        ground.call("no buffer", ground.api().HttpQueryInfo(request, STATUS, null, length, null));
        ground.note("length", length.value);
        length.value = 6;
        ground.call(
                "no room for the NUL", ground.api().HttpQueryInfo(request, STATUS, new TextBuffer(3), length, null));
        ground.note("length", length.value);
        TextBuffer buffer = new TextBuffer(4);
        ground.call("enough", ground.api().HttpQueryInfo(request, STATUS, buffer, length, null));
        ground.note("length", length.value);
        ground.note("text", buffer);
    }

    private static void index(Ground ground) throws InterruptedException {
        HINTERNET request = answered(ground).request();
        DwordRef index = new DwordRef();
        for (int i = 0; i < 3; i++) {
            TextBuffer buffer = new TextBuffer(50);
            buffer.set("X-Many");
            DwordRef length = new DwordRef(buffer.sizeof());
            boolean found = ground.api().HttpQueryInfo(request, CUSTOM, buffer, length, index);
            String value = found ? buffer.toString() : ground.error();
            ground.note(Integer.toString(i), value + ", next " + index.value);
        }
    }

    private static void indexOfAttributes(Ground ground) throws InterruptedException {
        HINTERNET request = answered(ground).request();
        DwordRef index = new DwordRef();
        ground.call("status code, 0", attribute(ground, request, STATUS, index));
        ground.note("index", index.value);
        index.value = 1;
        ground.call("status code, 1", attribute(ground, request, STATUS, index));
        ground.call("raw headers, 1", attribute(ground, request, HttpQuery.HTTP_QUERY_RAW_HEADERS, index));
    }

    private static boolean attribute(Ground ground, HINTERNET request, int level, DwordRef index) {
        TextBuffer buffer = new TextBuffer(1000);
        return ground.api().HttpQueryInfo(request, level, buffer, new DwordRef(buffer.sizeof()), index);
    }

    private static void number(Ground ground) throws InterruptedException {
        HINTERNET request = answered(ground).request();
        DwordRef four = new DwordRef();
        ground.call("four bytes", ground.api().HttpQueryInfo(request, STATUS | NUMBER, four, new DwordRef(4), null));
        ground.note("value", four.value);
        LongRef eight = new LongRef(7);
        ground.call("eight bytes", ground.api().HttpQueryInfo(request, STATUS | NUMBER, eight, new DwordRef(8), null));
        ground.note("value", eight.value);
    }

    private static void date(Ground ground) throws InterruptedException {
        HINTERNET request = answered(ground).request();
        SYSTEMTIME time = new SYSTEMTIME();
        int level = HttpQuery.HTTP_QUERY_LAST_MODIFIED | HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
        ground.call(
                "Last-Modified", ground.api().HttpQueryInfo(request, level, time, new DwordRef(time.sizeof()), null));
        ground.note(
                "date",
                time.wYear + "-" + time.wMonth + "-" + time.wDay + " " + time.wHour + ":" + time.wMinute + ":"
                        + time.wSecond + ", day of the week " + time.wDayOfWeek);
    }

    private static void custom(Ground ground) throws InterruptedException {
        Answered answered = answered(ground);
        ground.note("X-Large", answered.query("X-Large", 0));
        TextBuffer buffer = new TextBuffer(8);
        buffer.set("X-Large");
        ground.call(
                "small buffer",
                ground.api().HttpQueryInfo(answered.request(), CUSTOM, buffer, new DwordRef(buffer.sizeof()), null));
        ground.note("it holds", buffer);
    }
}
