package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;

/** A body of known length, 0 included. */
final class FixedBody extends ResponseBody {
    private long remaining;

    FixedBody(ReadBuffer input, long length, long announced) {
        super(input, announced);
        remaining = length;
        if (length == 0) {
            end();
        }
    }

    @Override
    long nextBytes() {
        return remaining;
    }

    @Override
    void taken(int count) {
        remaining -= count;
        if (remaining == 0) {
            end();
        }
    }

    @Override
    void inputEnded() {
        cutShort();
    }

    @Override
    public int buffered() {
        int here = (int) Math.min(input.length(), remaining);
        if (here == 0 && input.ended() && remaining > 0) {
            cutShort();
        }
        return here;
    }

    @Override
    public int available() throws IOException {
        if (buffered() == remaining || endSeen()) {
            return buffered();
        }
        if (input.length() + input.arrived() == 0 && !input.fillReady()) {
            return END_ARRIVED;
        }
        return (int) Math.min((long) input.length() + input.arrived(), remaining);
    }

    @Override
    long remaining() {
        return remaining;
    }
}
