package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream that gives at most so many bytes at a time and, once told so, fails if it is asked for more. */
final class SlicedInput extends InputStream {
    private final byte[] bytes;
    private final int slice;
    private int at;
    private boolean forbidden;
    private int announced;
    private int reads;

    SlicedInput(byte[] bytes, int slice) {
        this.bytes = bytes;
        this.slice = slice;
    }

    static SlicedInput of(String text, int slice) {
        return new SlicedInput(latin1(text), slice);
    }

    static ReadBuffer buffer(String text) {
        return new ReadBuffer(of(text, Integer.MAX_VALUE), ReadBuffer.DEFAULT_SIZE);
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From now on a read is a failure: what is asked of the buffer must not reach the network. */
    void forbidReads() {
        forbidden = true;
    }

    /** What {@link #available} says. */
    void announce(int count) {
        announced = count;
    }

    int reads() {
        return reads;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (forbidden) {
            throw new AssertionError("the network was asked");
        }
        reads++;
        if (at == bytes.length) {
            return -1;
        }
        int given = Math.min(Math.min(slice, count), bytes.length - at);
        System.arraycopy(bytes, at, target, offset, given);
        at += given;
        return given;
    }

    @Override
    public int available() {
        return announced;
    }

    /** Reads a body to its end in small steps. */
    static String readAll(ResponseBody body, int step) throws java.io.IOException {
        StringBuilder all = new StringBuilder();
        byte[] target = new byte[step];
        int count = body.read(target, 0, step);
        while (count >= 0) {
            all.append(new String(Arrays.copyOf(target, count), StandardCharsets.ISO_8859_1));
            count = body.read(target, 0, step);
        }
        return all.toString();
    }
}
