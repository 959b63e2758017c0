package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The decoded bytes of a gzip or deflate body. Failures to decode are {@link ZipException}s (R-COMP-6). */
final class DecodedContent implements ContentStream {
    private final ContentStream encoded;
    private final boolean gzip;
    private final Inflaters inflaters;
    /** From the first read to the end. */
    private @Nullable Decoding decoding;

    private boolean ended;

    DecodedContent(ContentStream encoded, String coding, Inflaters inflaters) {
        this.encoded = encoded;
        this.gzip = !coding.equals("deflate");
        this.inflaters = inflaters;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        Decoding running = decoding;
        if (running == null) {
            running = new Decoding(encoded, gzip, inflaters.take());
            decoding = running;
        }
        try {
            int count = running.read(target, offset, length);
            if (count < 0) {
                ended = true;
                decoding = null;
                inflaters.giveBack(running.release());
            }
            return count;
        } catch (EOFException e) {
            // A coded body that is cut off cannot be decoded.
            ZipException failure = new ZipException("unexpected end of coded data");
            failure.initCause(e);
            throw failure;
        }
    }

    /** Unknown: coded bytes that are here need not give a decoded one. */
    @Override
    public int buffered() {
        return 0;
    }

    /** Where all coded bytes are here, a read does not wait: it brings data or the end (R-READ-17). */
    @Override
    public int available() throws IOException {
        return !ended && encoded.isEnded() ? 1 : 0;
    }

    @Override
    public boolean readsSystem() {
        return false;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    @Override
    public boolean isWhole() {
        return encoded.isWhole();
    }

    @Override
    public long length() {
        return -1;
    }
}
