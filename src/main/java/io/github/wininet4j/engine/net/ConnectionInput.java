package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** Counts what a connection receives, notes since when a read waits, and explains failures. */
final class ConnectionInput extends InputStream {
    private final Connection connection;
    private final InputStream socket;
    private final Stall stall;

    ConnectionInput(Connection connection, InputStream socket, Stall stall) {
        this.connection = connection;
        this.socket = socket;
        this.stall = stall;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        boolean timed = stall.limit() > 0;
        if (timed) {
            stall.begin();
        }
        try {
            int got = socket.read(target, offset, count);
            connection.received(got);
            return got;
        } catch (IOException e) {
            throw connection.explain(e);
        } finally {
            if (timed) {
                stall.end();
            }
        }
    }

    @Override
    public int available() throws IOException {
        return socket.available();
    }
}
