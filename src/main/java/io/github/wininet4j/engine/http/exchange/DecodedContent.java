package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The decoded bytes of a gzip or deflate body. Failures to decode are {@link ZipException}s (R-COMP-6). */
final class DecodedContent implements ContentStream {
    private static final int ZLIB_METHOD = 8;

    private final ContentStream encoded;
    private final String coding;
    private final InputStream source = new Source();
    /** Made at the first read, since it reads the coding's own header. */
    private @Nullable InputStream decoded;

    private @Nullable Inflater inflater;

    private boolean ended;

    DecodedContent(ContentStream encoded, String coding) {
        this.encoded = encoded;
        this.coding = coding;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (decoded == null && !ended) {
                open();
            }
            InputStream in = decoded;
            if (ended || in == null) {
                return -1;
            }
            int count = in.read(target, offset, length);
            if (count < 0) {
                requireWhole();
                finish();
            }
            return count;
        } catch (EOFException e) {
            // A coded body that is cut off cannot be decoded.
            ZipException failure = new ZipException("unexpected end of coded data");
            failure.initCause(e);
            throw failure;
        }
    }

    private void open() throws IOException {
        byte[] start = new byte[2];
        PushbackInputStream pushback = new PushbackInputStream(source, start.length);
        int count = pushback.readNBytes(start, 0, start.length);
        if (count == 0) {
            // No body at all is no error.
            ended = true;
            return;
        }
        pushback.unread(start, 0, count);
        decoded = coding.equals("deflate") ? inflate(pushback, start) : new GzipMembers(pushback);
    }

    /** Servers disagree whether "deflate" has the zlib header or is raw; both are accepted (R-COMP-8). */
    private InputStream inflate(InputStream in, byte[] start) {
        boolean zlib = (start[0] & 0x0F) == ZLIB_METHOD && (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) % 31 == 0;
        Inflater made = new Inflater(!zlib);
        inflater = made;
        return new InflaterInputStream(in, made);
    }

    /** A stream that needs a dictionary, which HTTP has none for, ends without data and without complaint. */
    private void requireWhole() throws ZipException {
        if (inflater != null && !inflater.finished()) {
            throw new ZipException("deflate data with a preset dictionary");
        }
    }

    /**
     * Takes what follows the coded data off the wire, so that the connection can be used again. If that fails it is no
     * end: who had data before the failure reads on and is to be told.
     */
    private void finish() throws IOException {
        byte[] rest = new byte[512];
        while (encoded.read(rest, 0, rest.length) >= 0) {
            // Dropped.
        }
        if (decoded != null) {
            decoded.close();
        }
        if (inflater != null) {
            inflater.end();
        }
        ended = true;
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

    /** Reads one member after the other in a loop; the JDK's class calls itself for each one without data. */
    private static final class GzipMembers extends GZIPInputStream {
        private boolean reading;

        GzipMembers(InputStream in) throws IOException {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (reading) {
                // The call that the class makes to itself once a member has ended.
                return 0;
            }
            reading = true;
            try {
                int count = super.read(target, offset, length);
                while (count == 0 && length > 0) {
                    count = super.read(target, offset, length);
                }
                return count;
            } finally {
                reading = false;
            }
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : encoded.read(target, offset, length);
        }

        @Override
        public int available() throws IOException {
            // Asked whether another member follows; one that is still under way does.
            return encoded.isEnded() ? 0 : 1;
        }
    }
}
