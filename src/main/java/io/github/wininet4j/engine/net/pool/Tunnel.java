package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;

/** Opens a way through a proxy on a fresh connection to it: a CONNECT exchange or a SOCKS greeting. */
@FunctionalInterface
public interface Tunnel {
    /**
     * Makes the connection lead to the target. TLS with the target, if any, starts afterwards.
     *
     * @param connection the connection to the proxy; on return nothing of the target's bytes may have been read
     * @throws IOException if the proxy refuses; the connection is then closed
     */
    void open(Connection connection) throws IOException;
}
