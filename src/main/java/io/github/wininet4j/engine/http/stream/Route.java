package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.pool.Tunnel;
import org.jspecify.annotations.Nullable;

/**
 * A way to a server.
 *
 * @param proxy the proxy to connect to, or null to connect to the server
 * @param tunnel makes the proxy pass everything on, or null if the proxy answers requests itself
 */
public record Route(@Nullable Endpoint proxy, @Nullable Tunnel tunnel) {
    /** Without a proxy. */
    public static final Route DIRECT = new Route(null, null);

    /** Returns whether a proxy reads the request, so that its line has the whole URL: a proxy without a tunnel. */
    public boolean isForwarded() {
        return proxy != null && tunnel == null;
    }
}
