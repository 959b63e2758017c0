package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import java.nio.charset.StandardCharsets;

/**
 * The status line and header lines of one response, as they came. The text is one array; strings are made when they are
 * asked for. Text is Latin-1: each character is one byte of the wire.
 */
public final class ResponseHead implements ResponseFields {
    /** What {@link #contentLength} returns if there is no usable length. */
    public static final long NO_LENGTH = -1;

    private final byte[] text;
    private final int statusEnd;
    private final int[] marks;
    private final int headers;
    private final StatusLine statusLine;
    private final boolean headless;

    private ResponseHead(HeadScanner head, StatusLine statusLine, boolean headless) {
        this.text = head.bytes;
        this.statusEnd = head.statusEnd;
        this.marks = head.marks;
        this.headers = head.headers;
        this.statusLine = statusLine;
        this.headless = headless;
    }

    static ResponseHead of(HeadScanner head) throws MalformedResponseException {
        return new ResponseHead(head, StatusLine.parse(head.bytes, head.statusEnd), false);
    }

    /** What stands in for the head of an answer that has none (R-SEND-13). */
    static ResponseHead headless() {
        return new ResponseHead(new HeadScanner(0, 0), StatusLine.HEADLESS, true);
    }

    /** Returns whether the server sent data without a head; status and version are made up then. */
    public boolean isHeadless() {
        return headless;
    }

    /** Returns the major version, 1 for HTTP/1.0. */
    public int majorVersion() {
        return statusLine.major();
    }

    /** Returns the minor version, 0 for HTTP/1.0. */
    public int minorVersion() {
        return statusLine.minor();
    }

    /** Returns whether the server's version is below HTTP/1.1. */
    public boolean isHttp10() {
        return statusLine.major() < 1 || (statusLine.major() == 1 && statusLine.minor() == 0);
    }

    /** Returns the status code. */
    @Override
    public int status() {
        return statusLine.status();
    }

    @Override
    public String version() {
        return "HTTP/" + statusLine.major() + "." + statusLine.minor();
    }

    /** Returns the reason phrase; may be empty (R-SEND-14). */
    @Override
    public String reason() {
        return isHeadless() ? "OK" : string(statusLine.reasonStart(), statusEnd);
    }

    /** Returns the status line as received, without line end. */
    public String statusLine() {
        return isHeadless() ? "HTTP/1.0 200 OK" : string(0, statusEnd);
    }

    /** Returns the number of header lines; a folded one counts once, lines without colon are left out. */
    @Override
    public int headerCount() {
        return headers;
    }

    /**
     * Returns a header's name.
     *
     * @param index its position
     * @return the name as it was written
     */
    @Override
    public String name(int index) {
        return string(mark(index, 0), nameEnd(index));
    }

    /**
     * Returns a header's value.
     *
     * @param index its position
     * @return the value without the blanks around it
     */
    @Override
    public String value(int index) {
        return string(valueStart(index), valueEnd(index));
    }

    /**
     * Returns a header line.
     *
     * @param index its position
     * @return the line as it came, folds joined, without line end
     */
    public String line(int index) {
        return string(mark(index, 0), mark(index, 2));
    }

    @Override
    public int next(String name, int from) {
        for (int i = from; i < headers; i++) {
            int start = mark(i, 0);
            if (nameEnd(i) - start == name.length() && matches(start, name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Looks for an element of comma-separated values, such as {@code close} in Connection.
     *
     * @param name the header, in any case
     * @param token the element, in any case; parameters behind it do not count
     * @return true if any header of that name has it
     */
    public boolean hasToken(String name, String token) {
        for (int i = next(name, 0); i >= 0; i = next(name, i + 1)) {
            int at = valueStart(i);
            int end = valueEnd(i);
            while (at < end) {
                int comma = indexOf(',', at, end);
                if (tokenIs(at, comma, token)) {
                    return true;
                }
                at = comma + 1;
            }
        }
        return false;
    }

    private boolean tokenIs(int start, int end, String token) {
        int from = start;
        while (from < end && HeadScanner.isBlank(text[from])) {
            from++;
        }
        int to = indexOf(';', from, end);
        while (to > from && HeadScanner.isBlank(text[to - 1])) {
            to--;
        }
        return to - from == token.length() && matches(from, token);
    }

    /** Returns whether the server keeps the connection: HTTP/1.1 unless it says close, HTTP/1.0 if it says so. */
    public boolean keepsConnection() {
        if (isHeadless() || hasToken("Connection", "close") || hasToken("Proxy-Connection", "close")) {
            return false;
        }
        return !isHttp10() || hasToken("Connection", "keep-alive") || hasToken("Proxy-Connection", "keep-alive");
    }

    /**
     * Reads Content-Length. Several equal lengths are one; one that is no number does not count.
     *
     * @return the length, or {@link #NO_LENGTH}
     * @throws MalformedResponseException if lengths contradict each other
     */
    public long contentLength() throws MalformedResponseException {
        long length = NO_LENGTH;
        for (int i = next("Content-Length", 0); i >= 0; i = next("Content-Length", i + 1)) {
            int at = valueStart(i);
            int end = valueEnd(i);
            while (at < end) {
                int comma = indexOf(',', at, end);
                long next = number(at, comma);
                if (length != NO_LENGTH && next != NO_LENGTH && next != length) {
                    throw new MalformedResponseException("contradictory lengths");
                }
                length = next == NO_LENGTH ? length : next;
                at = comma + 1;
            }
        }
        return length;
    }

    private long number(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && HeadScanner.isBlank(text[from])) {
            from++;
        }
        while (from < to && HeadScanner.isBlank(text[to - 1])) {
            to--;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return NO_LENGTH;
            }
            number = number * 10 + digit;
        }
        return from == to ? NO_LENGTH : number;
    }

    private int mark(int index, int which) {
        if (index < 0 || index >= headers) {
            throw new IndexOutOfBoundsException(index);
        }
        return marks[index * HeadScanner.MARKS + which];
    }

    private int nameEnd(int index) {
        int start = mark(index, 0);
        int end = mark(index, 1);
        while (end > start && HeadScanner.isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private int valueStart(int index) {
        int end = mark(index, 2);
        int start = mark(index, 1) + 1;
        while (start < end && HeadScanner.isBlank(text[start])) {
            start++;
        }
        return start;
    }

    private int valueEnd(int index) {
        int start = valueStart(index);
        int end = mark(index, 2);
        while (end > start && HeadScanner.isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private int indexOf(char value, int from, int end) {
        int at = from;
        while (at < end && text[at] != value) {
            at++;
        }
        return at;
    }

    private boolean matches(int start, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (upper(text[start + i]) != upper((byte) wanted.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static byte upper(byte value) {
        return value >= 'a' && value <= 'z' ? (byte) (value - 32) : value;
    }

    private String string(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
