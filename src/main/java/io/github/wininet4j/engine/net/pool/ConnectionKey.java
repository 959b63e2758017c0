package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What two requests must have in common to share a connection.
 *
 * @param host origin host, in lower case, IPv6 without brackets; a scope id stays
 * @param port its port
 * @param secure whether TLS is spoken with it
 * @param tlsIdentity certificate choices of the connection; equal when interchangeable
 * @param proxy the server to connect to if the way leads through a tunnel, else null. A request that a proxy answers
 *     itself has the proxy as its host and no tunnel
 * @param user whose credentials the requests were given, or null for nobody's
 */
public record ConnectionKey(
        String host,
        int port,
        boolean secure,
        Object tlsIdentity,
        @Nullable Endpoint proxy,
        @Nullable Object user) {
    /** Brings the host into its one form. */
    public ConnectionKey {
        host = Endpoint.normalise(host);
    }

    /**
     * The key of a direct connection.
     *
     * @param host the host
     * @param port the port
     * @param secure whether with TLS
     * @param tlsIdentity certificate choices
     */
    public ConnectionKey(String host, int port, boolean secure, Object tlsIdentity) {
        this(host, port, secure, tlsIdentity, null, null);
    }

    /** Returns the server that the requests are for. */
    public Endpoint origin() {
        return new Endpoint(host, port);
    }

    /**
     * Names the server whose connection limit applies, which is also the one to connect to.
     *
     * @return the proxy of a tunnel, else host and port
     */
    public Endpoint endpoint() {
        return proxy == null ? new Endpoint(host, port) : proxy;
    }
}
