package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Connection;
import java.io.Closeable;
import java.io.IOException;

/** Where the data of one transfer goes: a connection that is there, or one that the server makes. */
interface DataPort extends Closeable {
    /**
     * Returns the connection, once the server has said that it uses it.
     *
     * @throws IOException if the server does not make it
     */
    Connection connection() throws IOException;

    @Override
    void close();
}
