package io.github.wininet4j.cli;

import java.util.Locale;

/**
 * How one request ended.
 *
 * @param number its place in the run, from 1
 * @param url its URL
 * @param status the HTTP status; 0 without a response
 * @param bytes bytes of the body that were received
 * @param nanos time from the first call to the end of the body
 * @param error what failed, or an empty text
 */
record TransferResult(int number, String url, int status, long bytes, long nanos, String error) {
    private static final int FIRST_ERROR_STATUS = 400;

    /** Whether the body is complete and the server reported no error. */
    boolean succeeded() {
        return error.isEmpty() && status != 0 && status < FIRST_ERROR_STATUS;
    }

    /** The time in seconds, as text. */
    String seconds() {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
