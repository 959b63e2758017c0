package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Counts what a connection receives, and explains failures. */
final class ConnectionInput extends ArrayInput {
    private final Connection connection;

    ConnectionInput(Connection connection, InputStream source) {
        super(source);
        this.connection = connection;
    }

    /**
     * Fills the connection's buffer with what has arrived, or notes the end; waits 1 ms at most, if TLS has messages.
     *
     * @return false at the end
     */
    boolean fillReady(ReadBuffer buffer) throws IOException {
        if (!connection.isSecure()) {
            return buffer.fillOnce((target, offset, count) -> read(() -> connection.readReady(target, offset, count)));
        }
        try {
            return !connection.hasUnreadBytes() || connection.fillWithin(1);
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        return read(() -> source.read(target, offset, count));
    }

    /** One read of the network. */
    private interface Read {
        int go() throws IOException;
    }

    private int read(Read from) throws IOException {
        try {
            int got = from.go();
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
