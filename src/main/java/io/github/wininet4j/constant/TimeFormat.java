package io.github.wininet4j.constant;

/**
 * Values of the time functions (R-TIME).
 */
public final class TimeFormat {
    private TimeFormat() {}

    // RFC 1123
    /** The only format there is. */
    public static final int INTERNET_RFC1123_FORMAT = 0;
    /** Characters that a buffer needs, with the NUL. */
    public static final int INTERNET_RFC1123_BUFSIZE = 30;
}
