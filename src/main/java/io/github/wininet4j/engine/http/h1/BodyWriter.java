package io.github.wininet4j.engine.http.h1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes the data of one body. What is in no array passes through one that all its writes share. */
final class BodyWriter {
    /** As much as goes out at once: each piece is a system call. */
    private static final int LARGEST = 65_536;

    private static final byte[] NONE = {};

    private byte[] copy = NONE;

    /** Writes data from its position to its limit. */
    void write(OutputStream out, ByteBuffer data) throws IOException {
        if (data.hasArray()) {
            out.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
            data.position(data.limit());
            return;
        }
        int size = Math.min(data.remaining(), LARGEST);
        if (copy.length < size) {
            copy = new byte[size];
        }
        while (data.hasRemaining()) {
            int count = Math.min(copy.length, data.remaining());
            data.get(copy, 0, count);
            out.write(copy, 0, count);
        }
    }
}
