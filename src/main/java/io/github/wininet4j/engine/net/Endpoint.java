package io.github.wininet4j.engine.net;

import java.util.Locale;

/**
 * One server: what connection limits count by (R-LIMIT-1).
 *
 * @param host the name or address literal in lower case, IPv6 without brackets
 * @param port the port
 */
public record Endpoint(String host, int port) {
    /** Brings the host into its one form. */
    public Endpoint {
        host = normalise(host);
    }

    /** Returns a host in lower case, without brackets. */
    public static String normalise(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }
}
