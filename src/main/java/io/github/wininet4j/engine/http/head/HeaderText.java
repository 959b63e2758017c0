package io.github.wininet4j.engine.http.head;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;

/**
 * The text form of request headers, as given to HttpAddRequestHeaders, HttpSendRequest and InternetOpenUrl: one header
 * per line.
 *
 * <p>What passes here has no line ending and no NUL in a name or value, and no character above 0xFF, so that it cannot
 * become another header when it is narrowed to bytes.
 */
public final class HeaderText {
    private static final char LAST_BYTE = 0xFF;
    private static final char DELETE = 0x7F;

    private HeaderText() {}

    /**
     * Reads header lines (R-HDR-1). Lines end with CR, LF or both, empty ones are skipped (R-HDR-15); white space
     * around name and value is dropped (R-HDR-16); the text ends at its first NUL. A character above 0xFF in a value
     * becomes a question mark: header text is ISO-8859-1 (R-GEN-14).
     *
     * @param text the text
     * @return the headers in their order, with empty values where a line has none
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} for a line without a colon or with a name that cannot be
     *     one
     */
    public static HeaderList parse(String text) {
        HeaderList lines = new HeaderList();
        int nul = text.indexOf(0);
        int end = nul < 0 ? text.length() : nul;
        int start = 0;
        while (start < end) {
            int stop = start;
            while (stop < end && !endsLine(text.charAt(stop))) {
                stop++;
            }
            parseLine(text, start, stop, lines);
            start = stop + 1;
        }
        return lines;
    }

    private static void parseLine(String text, int start, int stop, HeaderList lines) {
        int first = skipSpace(text, start, stop);
        if (first == stop) {
            return;
        }
        int colon = text.indexOf(':', first);
        if (colon < 0 || colon >= stop) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
        }
        String name = text.substring(first, dropSpace(text, first, colon));
        requireName(name);
        int valueStart = skipSpace(text, colon + 1, stop);
        lines.append(name, cleanValue(text.substring(valueStart, dropSpace(text, valueStart, stop))));
    }

    /**
     * Refuses what would not be a header name on the wire. White space inside is let through, as servers have to refuse
     * it themselves.
     *
     * @param name the name
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} if it is empty or has a colon, a control character or
     *     one above 0xFF
     */
    static void requireName(String name) {
        boolean valid = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            valid &= c >= ' ' && c != ':' && c != DELETE && c <= LAST_BYTE;
        }
        if (!valid) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
        }
    }

    /**
     * Makes a value safe to stand in a header line: CR, LF and NUL become spaces (RFC 9110 section 5.5), a character
     * above 0xFF a question mark.
     *
     * @param value the value
     * @return the same object if nothing had to be changed
     */
    public static String cleanValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (clean(value.charAt(i)) != value.charAt(i)) {
                return cleanFrom(value, i);
            }
        }
        return value;
    }

    private static String cleanFrom(String value, int start) {
        char[] chars = value.toCharArray();
        for (int i = start; i < chars.length; i++) {
            chars[i] = clean(chars[i]);
        }
        return new String(chars);
    }

    private static char clean(char c) {
        if (c > LAST_BYTE) {
            return '?';
        }
        return c == 0 || endsLine(c) ? ' ' : c;
    }

    private static boolean endsLine(char c) {
        return c == '\r' || c == '\n';
    }

    private static int skipSpace(String text, int start, int stop) {
        int at = start;
        while (at < stop && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int dropSpace(String text, int start, int stop) {
        int at = stop;
        while (at > start && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
