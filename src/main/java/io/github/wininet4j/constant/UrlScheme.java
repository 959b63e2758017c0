package io.github.wininet4j.constant;

/**
 * Scheme numbers of {@code URL_COMPONENTS}, and the declared lengths of the parts of a URL in characters
 * (R-GEN-12).
 */
public final class UrlScheme {
    private UrlScheme() {}

    // Special schemes
    /** A relative URL. */
    public static final int INTERNET_SCHEME_PARTIAL = -2;
    /** A scheme without a number. */
    public static final int INTERNET_SCHEME_UNKNOWN = -1;
    /** No scheme given. */
    public static final int INTERNET_SCHEME_DEFAULT = 0;

    // Known schemes
    public static final int INTERNET_SCHEME_FTP = 1;
    public static final int INTERNET_SCHEME_GOPHER = 2;
    public static final int INTERNET_SCHEME_HTTP = 3;
    public static final int INTERNET_SCHEME_HTTPS = 4;
    public static final int INTERNET_SCHEME_FILE = 5;
    public static final int INTERNET_SCHEME_NEWS = 6;
    public static final int INTERNET_SCHEME_MAILTO = 7;
    public static final int INTERNET_SCHEME_SOCKS = 8;
    public static final int INTERNET_SCHEME_JAVASCRIPT = 9;
    public static final int INTERNET_SCHEME_VBSCRIPT = 10;
    public static final int INTERNET_SCHEME_RES = 11;

    // Bounds of the known schemes
    public static final int INTERNET_SCHEME_FIRST = 1;
    public static final int INTERNET_SCHEME_LAST = 11;

    // Lengths; the path limit is not enforced (R-GEN-13)
    public static final int INTERNET_MAX_SCHEME_LENGTH = 32;
    public static final int INTERNET_MAX_HOST_NAME_LENGTH = 256;
    public static final int INTERNET_MAX_USER_NAME_LENGTH = 128;
    public static final int INTERNET_MAX_PASSWORD_LENGTH = 128;
    /** Digits of a port number. */
    public static final int INTERNET_MAX_PORT_NUMBER_LENGTH = 5;
    /** Largest port number. */
    public static final int INTERNET_MAX_PORT_NUMBER_VALUE = 65535;

    public static final int INTERNET_MAX_PATH_LENGTH = 2048;
    /** Scheme, separator with NUL, and path (R-GEN-12). */
    public static final int INTERNET_MAX_URL_LENGTH = 2084;
}
