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
    int readSome(byte[] target, int offset, int count) throws IOException {
        int got = input.read(target, offset, (int) Math.min(count, remaining));
        if (got < 0) {
            cutShort();
            return -1;
        }
        remaining -= got;
        if (remaining == 0) {
            end();
        }
        return got;
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
    void fetch() throws IOException {
        if (!input.fill()) {
            cutShort();
        }
    }

    @Override
    long remaining() {
        return remaining;
    }
}
