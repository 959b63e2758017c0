package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;

/** A body that ends with the connection. Truncation cannot be detected. */
final class OpenEndedBody extends ResponseBody {
    OpenEndedBody(ReadBuffer input) {
        super(input, ResponseHead.NO_LENGTH);
    }

    @Override
    long nextBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    void taken(int count) {
        // Any number of bytes may follow.
    }

    @Override
    void inputEnded() {
        end();
    }

    @Override
    public int buffered() {
        if (input.length() == 0 && input.ended()) {
            end();
        }
        return input.length();
    }

    @Override
    public int available() throws IOException {
        int here = buffered() + input.arrived();
        if (here > 0 || endSeen()) {
            return here;
        }
        return input.fillReady() ? input.length() : END_ARRIVED;
    }

    @Override
    boolean complete() {
        return false;
    }

    @Override
    long remaining() {
        return endSeen() ? 0 : -1;
    }
}
