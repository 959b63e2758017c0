package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/** Counts what a connection receives, and explains failures. */
final class ConnectionInput extends InputStream {
    private final Connection connection;
    private final InputStream source;

    ConnectionInput(Connection connection, InputStream source) {
        this.connection = connection;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        try {
            int got = source.read(target, offset, count);
            if (got < 0 && connection.isCut()) {
                // TLS takes a socket that was closed under it for one that has ended.
                throw new SocketException("closed while reading");
            }
            connection.received(got);
            return got;
        } catch (IOException e) {
            throw connection.explain(e);
        }
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }
}
