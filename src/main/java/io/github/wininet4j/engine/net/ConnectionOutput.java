package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes to a connection in pieces and notes since when a piece is stuck, as sockets know no send timeout. What one
 * lease writes first fits into the system's send buffer and cannot get stuck, so short requests are not watched at all.
 */
final class ConnectionOutput extends OutputStream {
    private static final int UNWATCHED = 16_384;
    private static final int PIECE = 65_536;

    private final Connection connection;
    private final SocketLimits limits;
    private final StallTimer stall;
    private final Traffic traffic;
    private OutputStream socket;
    private long count;
    private long leaseStart;
    private boolean watched;

    ConnectionOutput(Connection connection, OutputStream socket, SocketLimits limits, Traffic traffic) {
        this.connection = connection;
        this.socket = socket;
        this.limits = limits;
        this.stall = limits.sending();
        this.traffic = traffic;
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
        boolean timed = stall.limit() > 0 && count - leaseStart + length > UNWATCHED;
        if (timed) {
            stall.begin();
            if (!watched) {
                watched = true;
                limits.watchSends();
            }
        }
        try {
            socket.write(source, offset, length);
        } catch (IOException e) {
            throw connection.failed(e);
        } finally {
            if (timed) {
                stall.end();
            }
        }
        count += length;
        traffic.sent(length);
    }

    void replace(OutputStream next) {
        socket = next;
    }

    void beginLease() {
        leaseStart = count;
        watched = false;
    }

    long count() {
        return count;
    }
}
