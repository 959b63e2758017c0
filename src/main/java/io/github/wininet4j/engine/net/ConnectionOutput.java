package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Writes to a connection in pieces and notes since when a piece is stuck, as sockets know no send timeout. What one lease writes first
 * fits into the system's send buffer and cannot get stuck, so short requests are not watched at all.
 */
final class ConnectionOutput extends OutputStream {
    private static final int UNWATCHED = 16_384;
    private static final int PIECE = 65_536;

    private final Connection connection;
    private OutputStream socket;
    private long count;
    private long leaseStart;
    private volatile int timeout;
    private boolean watched;
    /** When the write under way began, or 0. */
    private volatile long since;

    ConnectionOutput(Connection connection, OutputStream socket) {
        this.connection = connection;
        this.socket = socket;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int piece = Math.min(PIECE, length - done);
            writePiece(source, offset + done, piece);
            done += piece;
        }
    }

    private void writePiece(byte[] source, int offset, int length) throws IOException {
        boolean timed = timeout > 0 && count - leaseStart + length > UNWATCHED;
        if (timed) {
            since = System.nanoTime() | 1;
            if (!watched) {
                watched = true;
                connection.watchSends();
            }
        }
        try {
            socket.write(source, offset, length);
        } catch (IOException e) {
            throw connection.explain(e);
        } finally {
            if (timed) {
                since = 0;
            }
        }
        count += length;
    }

    boolean overdue(long nowNanos) {
        long start = since;
        int limit = timeout;
        return start != 0 && limit > 0 && nowNanos - start > TimeUnit.MILLISECONDS.toNanos(limit);
    }

    void replace(OutputStream next) {
        socket = next;
    }

    void beginLease() {
        leaseStart = count;
        watched = false;
    }

    void setTimeout(int millis) {
        timeout = millis;
    }

    int timeout() {
        return timeout;
    }

    long count() {
        return count;
    }
}
