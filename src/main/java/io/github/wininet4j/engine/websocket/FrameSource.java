package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.EOFException;
import java.io.IOException;

/** The bytes that a server sends. Whoever receives says how to wait for them. For one thread at a time. */
final class FrameSource {
    /** Waits for bytes. */
    @FunctionalInterface
    interface Waiting {
        /** Returns at once if bytes are here; else when they are, the connection has ended, or reading may wait. */
        void await() throws IOException;
    }

    private final ReadBuffer input;
    private Waiting waiting = () -> {};

    FrameSource(ReadBuffer input) {
        this.input = input;
    }

    /** Waits like this from now on. */
    void waitBy(Waiting next) {
        waiting = next;
    }

    /** Returns how many bytes are here. */
    int length() {
        return input.length();
    }

    /** Waits for the first byte of a frame: also a flood of frames meets a time limit there. */
    void awaitFrame() throws IOException {
        waiting.await();
    }

    /** Takes one byte. */
    int next() throws IOException {
        if (input.length() == 0) {
            waiting.await();
        }
        int read = input.read();
        if (read < 0) {
            throw new EOFException("the server closed without a close frame");
        }
        return read;
    }

    /** Takes some bytes; large reads go past the buffer. */
    int read(byte[] target, int offset, int count) throws IOException {
        if (input.length() == 0 && input.arrived() == 0) {
            waiting.await();
        }
        int read = input.read(target, offset, count);
        if (read < 0) {
            throw new EOFException("the server closed within a frame");
        }
        return read;
    }
}
