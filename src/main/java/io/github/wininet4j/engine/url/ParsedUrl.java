package io.github.wininet4j.engine.url;

import org.jspecify.annotations.Nullable;

/**
 * An absolute URL, taken apart without being changed: every part is as written, escapes included. Made by
 * {@link UrlParser}; immutable once handed out.
 */
public final class ParsedUrl {
    /** The URL; what lies behind {@link #end} does not belong to it. */
    final String text;

    /** Where it ends, exclusive. */
    final int end;

    /** Its row. */
    final UrlScheme scheme;

    /** Where the colon is. */
    final int schemeEnd;

    /** Start of the user name, or -1. */
    int userStart = -1;

    /** End of the user name. */
    int userEnd = -1;

    /** Start of the password, or -1; its end is the {@code @} before the host. */
    int passwordStart = -1;

    /** End of the password. */
    int passwordEnd = -1;

    /** Start of the host, or -1. */
    int hostStart = -1;

    /** End of the host. */
    int hostEnd = -1;

    /** The port. */
    int port;

    /** Start of the path. */
    int pathStart;

    /** End of the path and start of query and fragment. */
    int pathEnd;

    ParsedUrl(String text, int end, UrlScheme scheme, int schemeEnd) {
        this.text = text;
        this.end = end;
        this.scheme = scheme;
        this.schemeEnd = schemeEnd;
        this.port = scheme.portIfMissing();
    }

    /** Returns the scheme as WinInet knows it; {@link UrlScheme#UNKNOWN} for a scheme without a number. */
    public UrlScheme scheme() {
        return scheme;
    }

    /** Returns the name of the scheme as written. */
    public String schemeText() {
        return text.substring(0, schemeEnd);
    }

    /** Returns the host as written, an IPv6 literal with its brackets and scope; empty if the URL names none. */
    public String host() {
        return hostStart < 0 ? "" : text.substring(hostStart, hostEnd);
    }

    /** Returns the port as written, else the default of the scheme, else 0. */
    public int port() {
        return port;
    }

    /** Returns the user name as written, or null if there is none. */
    public @Nullable String user() {
        return userStart < 0 ? null : text.substring(userStart, userEnd);
    }

    /** Returns the password as written, or null if there is none. */
    public @Nullable String password() {
        return passwordStart < 0 ? null : text.substring(passwordStart, passwordEnd);
    }

    /** Returns the path as written, with its slash; may be empty. */
    public String path() {
        return text.substring(pathStart, pathEnd);
    }

    /** Returns query and fragment, with their {@code ?} and {@code #}; empty if there are none. */
    public String extra() {
        return text.substring(pathEnd, end);
    }

    /** Returns all that follows host and port: path, query and fragment. */
    public String pathAndExtra() {
        return text.substring(pathStart, end);
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return passwordStart < 0
                ? text.substring(0, end)
                : text.substring(0, userEnd) + text.substring(passwordEnd, end);
    }
}
