package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** A layer over what arrives that does its work for many bytes at a time; a single byte is a short piece. */
abstract class ArrayInput extends InputStream {
    final InputStream source;

    ArrayInput(InputStream source) {
        this.source = source;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] target, int offset, int count) throws IOException;

    @Override
    public final int available() throws IOException {
        return source.available();
    }
}
