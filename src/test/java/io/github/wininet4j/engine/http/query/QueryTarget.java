package io.github.wininet4j.engine.http.query;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeadSamples;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.time.InternetTime;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Queries: the first four bytes choose attribute, modifiers, index and length; the rest is the value of the headers.
 * What does not fit is asked for again with the length that was told, and fits then.
 */
public final class QueryTarget implements FuzzTarget {
    private static final Set<Integer> CODES = Set.of(
            Win32Error.ERROR_INVALID_PARAMETER,
            Win32Error.ERROR_INSUFFICIENT_BUFFER,
            WinInetError.ERROR_HTTP_HEADER_NOT_FOUND,
            WinInetError.ERROR_HTTP_INVALID_HEADER,
            WinInetError.ERROR_HTTP_INVALID_QUERY_REQUEST);
    private static final byte FILL = 0x55;
    private static final int HEAD = 4;
    private static final int[] ATTRIBUTES = {
        HttpQuery.HTTP_QUERY_CONTENT_LENGTH,
        HttpQuery.HTTP_QUERY_DATE,
        HttpQuery.HTTP_QUERY_CUSTOM,
        HttpQuery.HTTP_QUERY_STATUS_CODE,
        HttpQuery.HTTP_QUERY_RAW_HEADERS,
        HttpQuery.HTTP_QUERY_SET_COOKIE
    };

    private final HeaderQuery query =
            new HeaderQuery(new InternetTime(() -> Instant.parse("2024-02-29T13:04:05Z"))::read);

    /** Creates the target. */
    public QueryTarget() {}

    @Override
    public String run(byte[] input) {
        int[] b = new int[HEAD];
        for (int i = 0; i < HEAD && i < input.length; i++) {
            b[i] = input[i] & 0xFF;
        }
        String value = input.length <= HEAD
                ? ""
                : FuzzText.of(input).substring(Math.min(HEAD, FuzzText.of(input).length()));
        HeaderList headers = new HeaderList();
        for (String each : value.split("\\|", -1)) {
            headers.add("Content-Length", each);
            headers.add("Date", each);
            headers.add("X", each);
            headers.add("Set-Cookie", each);
        }
        QuerySource heads =
                HeadSamples.answered(new HeadSamples.Response(200, "HTTP/1.1", value, headers), "Content-Length: 7");
        int attribute = b[0] < 0x80 ? ATTRIBUTES[b[0] % ATTRIBUTES.length] : b[0] & 0x7F;
        return ask(heads, attribute | b[1] << 24 | (b[1] & 8) << 20, b[2], b[3]);
    }

    private String ask(QuerySource heads, int level, int nth, int length) {
        DwordRef size = new DwordRef(length);
        try {
            query.run(heads, level, memory(length), size, new DwordRef(nth));
            check(size.value <= length, "a length within the buffer");
            return "answered";
        } catch (WinInetFailure e) {
            check(CODES.contains(e.code()), "a documented error");
            if (e.code() != Win32Error.ERROR_INSUFFICIENT_BUFFER) {
                return Integer.toString(e.code());
            }
            check(size.value > length, "a greater length");
        }
        int needed = size.value;
        ByteBlock memory = memory(needed);
        try {
            query.run(heads, level, memory, size, new DwordRef(nth));
            return "answered at last";
        } catch (WinInetFailure e) {
            check(e.code() == WinInetError.ERROR_HTTP_INVALID_HEADER, "room enough");
            return "no room, then " + e.code();
        }
    }

    /** Begins with the name of a custom header. */
    private static ByteBlock memory(int size) {
        ByteBlock memory = new ByteBlock(size);
        for (int i = 0; i < size; i++) {
            memory.buffer().put(i, i == 0 ? (byte) 'X' : i < HEAD ? 0 : FILL);
        }
        return memory;
    }

    @Override
    public List<String> words() {
        return List.of(
                "\0",
                "\1",
                "\2",
                "\3",
                "\4",
                "\5",
                "\40",
                "\10",
                "\100",
                "\20",
                "|",
                "123",
                "-1",
                "+4294967295",
                "9999999999",
                "1 2",
                "Thu, 29 Feb 2024 00:00:00 GMT",
                "18446744073709551615");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.query");
    }
}
