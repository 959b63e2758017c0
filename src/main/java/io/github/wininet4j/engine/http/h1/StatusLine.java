package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;

/**
 * The numbers of a status line.
 *
 * @param major the major version
 * @param minor the minor version
 * @param status the status code
 * @param reasonStart where the reason begins; the line's end if there is none
 */
record StatusLine(int major, int minor, int status, int reasonStart) {
    static final StatusLine HEADLESS = new StatusLine(1, 0, 200, 0);

    private static final int VERSION_START = 5;
    private static final int MAX_DIGITS = 3;

    /** Reads {@code HTTP/x.y status reason} from the start of an array; HTTP/ was seen to be there. */
    static StatusLine parse(byte[] line, int end) throws MalformedResponseException {
        int majorEnd = digits(line, VERSION_START, end);
        int at = majorEnd;
        int minor = 0;
        if (at < end && line[at] == '.') {
            int minorEnd = digits(line, at + 1, end);
            minor = number(line, at + 1, minorEnd);
            at = minorEnd;
        }
        int statusStart = blanks(line, at, end);
        if (statusStart == at) {
            throw new MalformedResponseException("no status");
        }
        int statusEnd = digits(line, statusStart, end);
        return new StatusLine(
                number(line, VERSION_START, majorEnd),
                minor,
                number(line, statusStart, statusEnd),
                blanks(line, statusEnd, end));
    }

    private static int blanks(byte[] line, int from, int end) {
        int at = from;
        while (at < end && HeadScanner.isBlank(line[at])) {
            at++;
        }
        return at;
    }

    private static int digits(byte[] line, int from, int end) {
        int at = from;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int number(byte[] line, int from, int to) throws MalformedResponseException {
        if (to == from || to - from > MAX_DIGITS) {
            throw new MalformedResponseException("bad number in status line");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (line[i] - '0');
        }
        return number;
    }
}
