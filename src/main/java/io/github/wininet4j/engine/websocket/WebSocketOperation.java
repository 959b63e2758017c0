package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import java.io.IOException;

/** An operation whose completion says which of the four it was and what it moved (R-WS-4). */
abstract class WebSocketOperation implements Operation {
    private final int operation;
    private int type;
    private int count;

    WebSocketOperation(int operation) {
        this.operation = operation;
    }

    /** Does the work; then says what was moved by {@link #moved}. */
    abstract void run() throws IOException;

    final void moved(int bufferType, int bytes) {
        type = bufferType;
        count = bytes;
    }

    @Override
    public final long perform() throws IOException {
        run();
        return 1;
    }

    @Override
    public final INTERNET_ASYNC_RESULT outcome(long result, int error) {
        return new HTTP_WEB_SOCKET_ASYNC_RESULT(result, error, operation, type, count);
    }
}
