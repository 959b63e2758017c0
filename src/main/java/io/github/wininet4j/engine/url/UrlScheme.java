package io.github.wininet4j.engine.url;

import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_DEFAULT;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_FILE;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_FTP;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_GOPHER;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_HTTP;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_HTTPS;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_JAVASCRIPT;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_MAILTO;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_NEWS;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_RES;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_SOCKS;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_UNKNOWN;
import static io.github.wininet4j.constant.UrlScheme.INTERNET_SCHEME_VBSCRIPT;

import org.jspecify.annotations.Nullable;

/** The schemes that WinInet knows by number (R-URL-2), and how URLs of each are built. */
public enum UrlScheme {
    /** A scheme without a number. */
    UNKNOWN("", INTERNET_SCHEME_UNKNOWN, 0, Shape.EITHER),
    /** FTP. */
    FTP("ftp", INTERNET_SCHEME_FTP, 21, Shape.AUTHORITY),
    /** Gopher. */
    GOPHER("gopher", INTERNET_SCHEME_GOPHER, 70, Shape.AUTHORITY),
    /** HTTP. */
    HTTP("http", INTERNET_SCHEME_HTTP, 80, Shape.AUTHORITY),
    /** HTTP over TLS. */
    HTTPS("https", INTERNET_SCHEME_HTTPS, 443, Shape.AUTHORITY),
    /** Files of this computer and of file servers. */
    FILE("file", INTERNET_SCHEME_FILE, 0, Shape.FILE),
    /** News groups. */
    NEWS("news", INTERNET_SCHEME_NEWS, 0, Shape.EITHER),
    /** Mail addresses. */
    MAILTO("mailto", INTERNET_SCHEME_MAILTO, 0, Shape.OPAQUE),
    /** SOCKS proxies. */
    SOCKS("socks", INTERNET_SCHEME_SOCKS, 0, Shape.EITHER),
    /** Script text. */
    JAVASCRIPT("javascript", INTERNET_SCHEME_JAVASCRIPT, 0, Shape.OPAQUE),
    /** Script text. */
    VBSCRIPT("vbscript", INTERNET_SCHEME_VBSCRIPT, 0, Shape.OPAQUE),
    /** Resources of a program file. */
    RES("res", INTERNET_SCHEME_RES, 0, Shape.EITHER);

    private static final UrlScheme[] ROWS = values();

    /** What follows the colon. */
    enum Shape {
        /** Always two slashes and a host. */
        AUTHORITY,
        /** Two slashes, then a server, a drive or a path; older forms lack the slashes. */
        FILE,
        /** A host if two slashes are there, else text without structure. */
        EITHER,
        /** Text without structure (R-CRACK-16). */
        OPAQUE
    }

    private final String text;
    private final int number;
    private final int defaultPort;
    private final Shape shape;

    UrlScheme(String text, int number, int defaultPort, Shape shape) {
        this.text = text;
        this.number = number;
        this.defaultPort = defaultPort;
        this.shape = shape;
    }

    /**
     * Finds the row of a name.
     *
     * @param text a text
     * @param start where the name begins in it
     * @param end where it ends, exclusive
     * @return the row, {@link #UNKNOWN} if there is none; letter case does not matter
     */
    public static UrlScheme of(String text, int start, int end) {
        int length = end - start;
        for (UrlScheme row : ROWS) {
            if (row.text.length() == length && length != 0 && row.matches(text, start)) {
                return row;
            }
        }
        return UNKNOWN;
    }

    /**
     * Finds the row of a number.
     *
     * @param number an {@code INTERNET_SCHEME_*} value
     * @return the row; HTTP for {@code INTERNET_SCHEME_DEFAULT}; null for a number that names no scheme
     */
    public static @Nullable UrlScheme of(int number) {
        if (number == INTERNET_SCHEME_DEFAULT) {
            return HTTP;
        }
        return number > 0 && number < ROWS.length ? ROWS[number] : null;
    }

    /** Returns the name as it stands in URLs, in lower case; empty for {@link #UNKNOWN}. */
    public String text() {
        return text;
    }

    /** Returns the number, an {@code INTERNET_SCHEME_*} value. */
    public int number() {
        return number;
    }

    /** Returns the port of the protocol, which InternetCreateUrl leaves out (R-CREATE-8), 0 for none. */
    public int defaultPort() {
        return defaultPort;
    }

    /** Returns what InternetCrackUrl says of a URL without a port: 0 for Gopher, which Windows retired (R-CRACK-7). */
    int portIfMissing() {
        return this == GOPHER ? 0 : defaultPort;
    }

    /** Returns whether URLs of this scheme need no {@code //}; then the text after the colon may lack structure. */
    public boolean isOpaque() {
        return shape == Shape.OPAQUE || shape == Shape.EITHER;
    }

    Shape shape() {
        return shape;
    }

    /** Returns whether a backslash separates as a slash does. */
    boolean takesBackslashes() {
        return this == HTTP || this == HTTPS || this == FILE;
    }

    private boolean matches(String other, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (UrlText.toLowerCase(other.charAt(start + i)) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds the colon that ends the scheme.
     *
     * @param url a URL or a relative reference
     * @param end where it ends, exclusive
     * @return where the colon is; 0 or less if there is no scheme
     */
    static int end(String url, int end) {
        for (int i = 0; i < end; i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return i;
            }
            if (!UrlText.isSchemeCharacter(c)) {
                return -1;
            }
        }
        return -1;
    }
}
