package io.github.wininet4j.engine.proxy;

import java.util.Locale;

/**
 * Where a request wants to go.
 *
 * @param scheme the scheme in lower case
 * @param host the host, IPv6 without brackets
 * @param port the port
 * @param url the whole URL without user and password
 */
public record ProxyTarget(String scheme, String host, int port, String url) {
    /** Brings scheme and host into their one form. */
    public ProxyTarget {
        scheme = scheme.toLowerCase(Locale.ROOT);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        host = (bracketed ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }
}
