package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/** Counts what a connection receives, and explains failures. */
final class ConnectionInput extends ArrayInput {
    private final Connection connection;

    ConnectionInput(Connection connection, InputStream source) {
        super(source);
        this.connection = connection;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        try {
            int got = source.read(target, offset, count);
            if (got < 0 && connection.closedHere()) {
                // TLS takes a socket that was closed under it for one that has ended.
                throw new SocketException("closed while reading");
            }
            if (got < 0) {
                connection.noteClosedByPeer();
            }
            connection.received(got);
            return got;
        } catch (IOException e) {
            throw connection.failed(e);
        }
    }
}
