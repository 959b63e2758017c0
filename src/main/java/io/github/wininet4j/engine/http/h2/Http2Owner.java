package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;

/** Learns of what changes who may use a connection. Called with no lock held. */
interface Http2Owner {
    /** A stream has ended: another may begin. */
    void streamEnded();

    /** The server allows another number of streams. */
    void roomChanged();

    /** Nobody uses the connection at the moment. */
    void unused(Http2Connection connection);

    /** No stream can be opened any more. */
    void retired(Http2Connection connection);

    /** The server wants HTTP/1.1. */
    void refusedProtocol();

    /** The socket is to be closed. */
    void discard(Connection connection);
}
