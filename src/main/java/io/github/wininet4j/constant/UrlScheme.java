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
    /** The scheme ftp. */
    public static final int INTERNET_SCHEME_FTP = 1;
    /** The scheme gopher. */
    public static final int INTERNET_SCHEME_GOPHER = 2;
    /** The scheme http. */
    public static final int INTERNET_SCHEME_HTTP = 3;
    /** The scheme https. */
    public static final int INTERNET_SCHEME_HTTPS = 4;
    /** The scheme file. */
    public static final int INTERNET_SCHEME_FILE = 5;
    /** The scheme news. */
    public static final int INTERNET_SCHEME_NEWS = 6;
    /** The scheme mailto. */
    public static final int INTERNET_SCHEME_MAILTO = 7;
    /** The scheme socks. */
    public static final int INTERNET_SCHEME_SOCKS = 8;
    /** The scheme javascript. */
    public static final int INTERNET_SCHEME_JAVASCRIPT = 9;
    /** The scheme vbscript. */
    public static final int INTERNET_SCHEME_VBSCRIPT = 10;
    /** The scheme res. */
    public static final int INTERNET_SCHEME_RES = 11;

    // Bounds of the known schemes
    /** The least number of a scheme. */
    public static final int INTERNET_SCHEME_FIRST = 1;
    /** The greatest number of a scheme. */
    public static final int INTERNET_SCHEME_LAST = 11;

    // Lengths; the path limit is not enforced (R-GEN-13)
    /** Most characters of a scheme. */
    public static final int INTERNET_MAX_SCHEME_LENGTH = 32;
    /** Most characters of a host name. */
    public static final int INTERNET_MAX_HOST_NAME_LENGTH = 256;
    /** Most characters of a user name. */
    public static final int INTERNET_MAX_USER_NAME_LENGTH = 128;
    /** Most characters of a password. */
    public static final int INTERNET_MAX_PASSWORD_LENGTH = 128;
    /** Digits of a port number. */
    public static final int INTERNET_MAX_PORT_NUMBER_LENGTH = 5;
    /** Largest port number. */
    public static final int INTERNET_MAX_PORT_NUMBER_VALUE = 65535;

    /** Most characters of a path. */
    public static final int INTERNET_MAX_PATH_LENGTH = 2048;
    /** Scheme, separator with NUL, and path (R-GEN-12). */
    public static final int INTERNET_MAX_URL_LENGTH = 2084;
}
