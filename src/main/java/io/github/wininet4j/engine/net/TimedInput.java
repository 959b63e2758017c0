package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** What arrives on a socket; notes since when a read waits. */
final class TimedInput extends InputStream {
    private final InputStream socket;
    private final Stall stall;

    TimedInput(InputStream socket, Stall stall) {
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
            return socket.read(target, offset, count);
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
