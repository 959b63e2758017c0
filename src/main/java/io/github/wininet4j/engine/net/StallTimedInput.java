package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** What arrives on a socket; notes since when a read waits. */
final class StallTimedInput extends ArrayInput {
    private final StallTimer stall;

    StallTimedInput(InputStream socket, StallTimer stall) {
        super(socket);
        this.stall = stall;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        boolean timed = stall.limit() > 0;
        if (timed) {
            stall.begin();
        }
        try {
            return source.read(target, offset, count);
        } finally {
            if (timed) {
                stall.end();
            }
        }
    }
}
