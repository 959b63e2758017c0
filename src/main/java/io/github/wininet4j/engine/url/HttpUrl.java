package io.github.wininet4j.engine.url;

import java.util.Locale;

/**
 * The URL of a request, of any scheme: a proxy is asked for ftp URLs by HTTP as well.
 *
 * @param scheme the scheme
 * @param host host name or address, IPv6 without brackets
 * @param port the port
 * @param target path and query as they stand in the request line, each character one byte
 * @param hostHeader the value of the Host header: without the default port of the scheme (R-WIRE-7) and without an IPv6
 *     scope id (R-WIRE-8): host and perhaps port
 */
public record HttpUrl(UrlScheme scheme, String host, int port, String target, String hostHeader) {
    /**
     * Makes a URL.
     *
     * @param scheme the scheme
     * @param host host name or address, IPv6 without brackets
     * @param port the port
     * @param target path and query
     */
    public HttpUrl(UrlScheme scheme, String host, int port, String target) {
        this(scheme, host, port, target, hostHeader(scheme, host, port));
    }

    /**
     * Makes the URL of something else on the same server.
     *
     * @param other its path and query
     * @return the URL
     */
    public HttpUrl withTarget(String other) {
        return new HttpUrl(scheme, host, port, other, hostHeader);
    }

    /** Returns whether TLS is spoken: true for https. */
    public boolean secure() {
        return scheme == UrlScheme.HTTPS;
    }

    /** Returns the host in lower case, as tables by host use it. */
    public String hostKey() {
        return host.toLowerCase(Locale.ROOT);
    }

    private static String hostHeader(UrlScheme scheme, String host, int port) {
        String name = host;
        if (host.indexOf(':') >= 0) {
            int scope = host.indexOf('%');
            name = "[" + (scope < 0 ? host : host.substring(0, scope)) + "]";
        }
        return withPort(scheme, name, port);
    }

    private static String withPort(UrlScheme scheme, String name, int port) {
        return port == scheme.defaultPort() ? name : name + ":" + port;
    }

    /** Returns the path with its slash and without query. */
    public String path() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return path.startsWith("/") ? path : "/" + path;
    }

    /** Returns whether another URL has the same scheme, host and port. */
    public boolean hasSameOrigin(HttpUrl other) {
        return scheme == other.scheme && port == other.port && host.equalsIgnoreCase(other.host);
    }

    /** Returns scheme, host and port, as the absolute URL begins with them. */
    public String origin() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return scheme.text() + "://" + withPort(scheme, name, port);
    }

    /** The absolute URL. */
    @Override
    public String toString() {
        return origin() + target;
    }
}
