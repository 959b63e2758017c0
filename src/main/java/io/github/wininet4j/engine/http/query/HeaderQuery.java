package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.SYSTEMTIME;
import org.jspecify.annotations.Nullable;

/** Answers HttpQueryInfo from the heads of a request and its response (R-QUERY). Immutable. */
public final class HeaderQuery {
    /** Reads the date of a header. */
    @FunctionalInterface
    public interface TimeReader {
        /**
         * Reads a date.
         *
         * @param text the value of a header
         * @return the time in UTC, or null if the text is no date
         */
        @Nullable
        SYSTEMTIME read(String text);
    }

    private static final int NUMBER = HttpQuery.HTTP_QUERY_FLAG_NUMBER;
    private static final int NUMBER64 = HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
    private static final int SYSTEM_TIME = HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
    private static final int TYPES = NUMBER | NUMBER64 | SYSTEM_TIME;
    private static final int COALESCE =
            HttpQuery.HTTP_QUERY_FLAG_COALESCE | HttpQuery.HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;

    private final TimeReader times;

    /**
     * Creates the query.
     *
     * @param times reads dates for {@code HTTP_QUERY_FLAG_SYSTEMTIME}
     */
    public HeaderQuery(TimeReader times) {
        this.times = times;
    }

    /**
     * Does what HttpQueryInfo asks for (R-QUERY-1). Lengths are bytes, text is UTF-16: a {@code TextBuffer} or
     * {@code ByteBlock} receives it, with a NUL that the length on success does not count (R-QUERY-2). Nothing is
     * written on failure, but the length that was needed.
     *
     * @param heads what is known of the request
     * @param dwInfoLevel an attribute with modifiers, {@code HTTP_QUERY_*}
     * @param buffer where the answer goes; null asks for the size (R-QUERY-4); holds the header name of
     *     {@code HTTP_QUERY_CUSTOM}
     * @param length the size of the buffer in bytes, then that of the answer
     * @param index which of several headers of that name, then the next one (R-QUERY-6); null for the first
     * @throws WinInetFailure {@code ERROR_HTTP_HEADER_NOT_FOUND}; {@code ERROR_INSUFFICIENT_BUFFER} with the length
     *     that is needed (R-QUERY-3); {@code ERROR_HTTP_INVALID_HEADER} for a value that is not of the type asked for
     *     (R-QUERY-11); {@code ERROR_HTTP_INVALID_QUERY_REQUEST} for an unknown attribute or a combination that makes
     *     no sense (R-QUERY-10); {@code ERROR_INVALID_PARAMETER} without a length, or for a buffer of the wrong kind
     */
    public void run(
            QuerySource heads,
            int dwInfoLevel,
            @Nullable LPVOID buffer,
            @Nullable DwordRef length,
            @Nullable DwordRef index) {
        if (length == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        HttpQueryTable.Row row = HttpQueryTable.row(dwInfoLevel & HttpQuery.HTTP_QUERY_HEADER_MASK);
        int modifiers = dwInfoLevel & HttpQuery.HTTP_QUERY_MODIFIER_FLAGS_MASK;
        int type = modifiers & TYPES;
        boolean severalTypes = (type & (type - 1)) != 0;
        if (row == null || (modifiers & ~row.modifiers()) != 0 || severalTypes) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_QUERY_REQUEST);
        }
        QueryAnswer answer = new QueryAnswer(buffer, length);
        int nth = index == null ? 0 : index.value;
        SpecialAttribute special = row.special();
        if (special != null) {
            answerSpecial(heads, special, modifiers, nth, answer);
            return;
        }
        int next = answerHeader(heads, row, modifiers, nth, answer);
        if (index != null) {
            index.value = next;
        }
    }

    /** There is one of these only, and the index stays (R-QUERY-7, R-QUERY-8). */
    private static void answerSpecial(
            QuerySource heads, SpecialAttribute value, int modifiers, int nth, QueryAnswer answer) {
        if (nth != 0) {
            throw notFound();
        }
        if ((modifiers & NUMBER) != 0) {
            answer.number(SpecialAttribute.status(heads));
        } else if ((modifiers & NUMBER64) != 0) {
            answer.number64(SpecialAttribute.status(heads));
        } else {
            String text = value.text(heads, isOfRequest(modifiers));
            if (text == null) {
                throw notFound();
            }
            answer.text(text);
        }
    }

    /** Returns the index of the next header of that name. */
    private int answerHeader(QuerySource heads, HttpQueryTable.Row row, int modifiers, int nth, QueryAnswer answer) {
        boolean custom = row.attribute() == HttpQuery.HTTP_QUERY_CUSTOM;
        String name = custom ? answer.name() : row.header();
        HeaderFields fields = isOfRequest(modifiers) ? heads.requestHeaders() : heads.response();
        int at = fields == null ? -1 : fields.find(name, nth);
        if (fields == null || at < 0 || isHidden(heads, row, modifiers)) {
            throw notFound();
        }
        if ((modifiers & NUMBER) != 0) {
            answer.decimal(fields.value(at));
        } else if ((modifiers & NUMBER64) != 0) {
            answer.decimal64(fields.value(at));
        } else if ((modifiers & SYSTEM_TIME) != 0) {
            SYSTEMTIME time = times.read(fields.value(at));
            if (time == null) {
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
            }
            answer.time(time);
        } else if ((modifiers & COALESCE) != 0) {
            answer.text(coalesced(fields, name, at));
            return fields.count(name);
        } else {
            answer.text(fields.value(at));
        }
        return nth + 1;
    }

    /**
     * The values from one header on. With a comma for either flag: it is the one separator that keeps their meaning
     * (R-QUERY-14, RFC 9110 section 5.3).
     */
    private static String coalesced(HeaderFields fields, String name, int start) {
        StringBuilder text = new StringBuilder(fields.value(start));
        for (int i = fields.next(name, start + 1); i >= 0; i = fields.next(name, i + 1)) {
            text.append(", ").append(fields.value(i));
        }
        return text.toString();
    }

    /** Proxy credentials cannot be asked for by their attribute once they are sent (R-QUERY-21). */
    private static boolean isHidden(QuerySource heads, HttpQueryTable.Row row, int modifiers) {
        return row.attribute() == HttpQuery.HTTP_QUERY_PROXY_AUTHORIZATION && isOfRequest(modifiers) && heads.isSent();
    }

    private static boolean isOfRequest(int modifiers) {
        return (modifiers & HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS) != 0;
    }

    private static WinInetFailure notFound() {
        return new WinInetFailure(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
    }
}
