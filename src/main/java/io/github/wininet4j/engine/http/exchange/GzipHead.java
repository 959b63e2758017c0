package io.github.wininet4j.engine.http.exchange;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** What stands before the data of a gzip member (RFC 1952, section 2.3). Nothing in it is of use here. */
final class GzipHead {
    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int DEFLATE = 8;
    private static final int CHECKED = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAMED = 1 << 3;
    private static final int COMMENTED = 1 << 4;
    /** The time, how hard it was compressed, and the system where that was. */
    private static final int ORIGIN_BYTES = 6;

    private final CodedInput input;
    private final CRC32 sum = new CRC32();

    private GzipHead(CodedInput input) {
        this.input = input;
    }

    /**
     * Takes a head off the input.
     *
     * @throws ZipException if there is something else
     * @throws IOException if the input fails or ends
     */
    static void skip(CodedInput input) throws IOException {
        new GzipHead(input).skip();
    }

    private void skip() throws IOException {
        if (next() != FIRST || next() != SECOND) {
            throw new ZipException("not in gzip format");
        }
        if (next() != DEFLATE) {
            throw new ZipException("unknown method of compression");
        }
        int flags = next();
        skip(ORIGIN_BYTES);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << Byte.SIZE);
        }
        if ((flags & NAMED) != 0) {
            skipText();
        }
        if ((flags & COMMENTED) != 0) {
            skipText();
        }
        if ((flags & CHECKED) != 0) {
            int wanted = (int) sum.getValue() & 0xFFFF;
            if ((next() | next() << Byte.SIZE) != wanted) {
                throw new ZipException("broken head of gzip data");
            }
        }
    }

    private int next() throws IOException {
        int value = input.next();
        sum.update(value);
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Up to the zero that ends it.
        }
    }
}
