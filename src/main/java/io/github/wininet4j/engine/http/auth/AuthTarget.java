package io.github.wininet4j.engine.http.auth;

import java.util.Locale;

/**
 * Who asks for credentials: they never go to another one.
 *
 * @param proxy whether it is a proxy
 * @param secure whether it is reached by TLS
 * @param host the host in lower case
 * @param port the port
 */
public record AuthTarget(boolean proxy, boolean secure, String host, int port) {
    /** Brings the host into its one form. */
    public AuthTarget {
        host = host.toLowerCase(Locale.ROOT);
    }
}
