package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Counts what a connection receives, from its socket or from TLS on it, and explains failures. */
final class ConnectionInput extends SocketInput {
    private final Connection connection;

    ConnectionInput(Connection connection, InputStream source, StallTimer stall) {
        super(source, stall);
        this.connection = connection;
    }

    /**
     * Fills the connection's buffer with what has arrived, or notes the end; waits 1 ms at most, if TLS has messages.
     *
     * @return false at the end
     */
    boolean fillReady(ReadBuffer buffer) throws IOException {
        if (!connection.isSecure()) {
            return buffer.fillOnce(this::readReady);
        }
        // The JDK closes the socket of an interrupted thread here, but not where it only looks, as above.
        boolean interrupted = Thread.interrupted();
        try {
            return !connection.hasUnreadBytes() || connection.fillWithin(1);
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int readReady(byte[] target, int offset, int count) throws IOException {
        try {
            return received(connection.readReady(target, offset, count));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    int received(int count) throws IOException {
        if (count < 0 && connection.closedHere()) {
            // TLS takes a socket that was closed under it for one that has ended.
            throw new SocketException("closed while reading");
        }
        if (count < 0) {
            connection.noteClosedByPeer();
        }
        connection.received(count);
        return count;
    }

    @Override
    IOException failed(IOException failure) {
        return connection.failed(connection.isSecure() ? failure : super.failed(failure));
    }
}
