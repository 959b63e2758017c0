package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Decodes one body, straight into the arrays of those who read it. */
final class Decoding {
    private static final int ZLIB_METHOD = 8;

    private final Inflaters.Kept kept;
    private final CodedInput input;
    private final boolean gzip;
    private final CRC32 sum = new CRC32();
    private Inflater inflater;
    private boolean begun;
    /** Nothing is left that can be decoded. */
    private boolean done;

    Decoding(ContentStream body, boolean gzip, Inflaters.Kept kept) {
        this.kept = kept;
        this.input = new CodedInput(body, kept.input());
        this.gzip = gzip;
        this.inflater = kept.inflater();
    }

    /**
     * Reads as {@link ContentStream#read} does.
     *
     * @throws java.io.EOFException if the body ends before the data
     */
    int read(byte[] target, int offset, int length) throws IOException {
        if (!begun) {
            begin();
        }
        while (!done) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                sum.update(target, offset, count);
                return count;
            }
            input.takeBack(inflater);
            done = !gzip || !goesOn();
        }
        // What follows is taken off the wire, so that the connection can be used again. If that fails it is no end: who
        // had data before the failure reads on and is to be told.
        input.drop();
        return -1;
    }

    private void begin() throws IOException {
        // No body at all is no error.
        done = !input.holds(1);
        if (!done && gzip) {
            GzipHead.skip(input);
        } else if (!done && hasZlibHeader()) {
            inflater = new Inflater();
        }
        begun = true;
    }

    /** Servers disagree whether "deflate" has the zlib header or is raw; both are accepted (R-COMP-8). */
    private boolean hasZlibHeader() throws IOException {
        if (!input.holds(2)) {
            return false;
        }
        int first = input.peek(0);
        return (first & 0x0F) == ZLIB_METHOD && ((first << Byte.SIZE) | input.peek(1)) % 31 == 0;
    }

    /** Returns how many bytes it gives, 0 at the end of the compressed data. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    // HTTP has none for it.
                    throw new ZipException("deflate data with a preset dictionary");
                }
                input.feed(inflater);
                count = inflater.inflate(target, offset, length);
            }
            return count;
        } catch (DataFormatException e) {
            ZipException failure = new ZipException("broken deflate data");
            failure.initCause(e);
            throw failure;
        }
    }

    /** Checks a member of gzip data at its end; true if another one follows. Anything else that follows is no error. */
    private boolean goesOn() throws IOException {
        if (number() != sum.getValue() || number() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("broken end of gzip data");
        }
        try {
            GzipHead.skip(input);
        } catch (IOException e) {
            return false;
        }
        inflater.reset();
        sum.reset();
        return true;
    }

    /** Takes a number of 32 bits. */
    private long number() throws IOException {
        long low = input.next() | input.next() << 8;
        return low | (long) (input.next() | input.next() << 8) << 16;
    }

    /** Returns what it was given to work with, after the end. */
    Inflaters.Kept release() {
        if (inflater != kept.inflater()) {
            inflater.end();
        }
        return kept;
    }
}
