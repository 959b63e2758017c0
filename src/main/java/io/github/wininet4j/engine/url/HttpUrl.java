package io.github.wininet4j.engine.url;

/**
 * Where a request goes.
 *
 * @param secure whether TLS is spoken
 * @param host host name or address, IPv6 without brackets
 * @param port the port
 * @param target path and query as they stand in the request line, each character one byte
 */
public record HttpUrl(boolean secure, String host, int port, String target) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Returns the value of the Host header: without the default port of the scheme (R-WIRE-7) and without an IPv6 scope id (R-WIRE-8).
     *
     * @return host and perhaps port
     */
    public String hostHeader() {
        String name = host;
        if (host.indexOf(':') >= 0) {
            int scope = host.indexOf('%');
            name = "[" + (scope < 0 ? host : host.substring(0, scope)) + "]";
        }
        return hasDefaultPort() ? name : name + ":" + port;
    }

    private boolean hasDefaultPort() {
        return port == (secure ? HTTPS_PORT : HTTP_PORT);
    }

    /**
     * Tells whether two URLs lead to the same server.
     *
     * @param other the other
     * @return true if host and port agree
     */
    public boolean hasSameHost(HttpUrl other) {
        return port == other.port && host.equalsIgnoreCase(other.host);
    }

    /** The absolute URL. */
    @Override
    public String toString() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + name + (hasDefaultPort() ? "" : ":" + port) + target;
    }
}
