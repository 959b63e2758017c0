package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;

/** A body that ends with the connection. Truncation cannot be detected. */
final class OpenEndedBody extends ResponseBody {
    OpenEndedBody(ReadBuffer input) {
        super(input, ResponseHead.NO_LENGTH);
    }

    @Override
    int readSome(byte[] target, int offset, int count) throws IOException {
        int got = input.read(target, offset, count);
        if (got < 0) {
            end();
        }
        return got;
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
    void fetch() throws IOException {
        if (!input.fill()) {
            end();
        }
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
