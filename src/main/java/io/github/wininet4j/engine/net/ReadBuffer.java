package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The bytes of a connection that arrived and were not taken yet. HttpCore's decoders read from it; unlike HttpCore's own buffer it lets
 * one look at bytes without taking them, knows how to ask what can be had without waiting, and is one array, made when the first byte
 * is wanted: a small one, as most connections wait for, or idle after, a small answer. It grows once it was filled. The stream parameters of the interface are ignored: a buffer has one source.
 */
public final class ReadBuffer implements SessionInputBuffer {
    /** The size that connections use. */
    public static final int DEFAULT_SIZE = 8_192;

    private static final int FIRST_SIZE = 2_048;
    private static final int MAX_LINE = 65_536;
    private static final byte[] NOTHING = {};

    private final InputStream source;
    private final int size;
    private byte[] bytes = NOTHING;
    private int from;
    private int to;
    private boolean ended;
    private boolean lineCut;

    /**
     * Creates an empty buffer.
     *
     * @param source where bytes come from
     * @param size how many bytes to hold at most
     */
    public ReadBuffer(InputStream source, int size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public int capacity() {
        return size;
    }

    @Override
    public int available() {
        return size - length();
    }

    /**
     * Tells whether the source has ended. Bytes may be left here.
     *
     * @return true once a read met the end
     */
    public boolean ended() {
        return ended;
    }

    /**
     * Tells whether a line that was read ended with the source instead of a line end.
     *
     * @return true if so
     */
    public boolean lineCut() {
        return lineCut;
    }

    /**
     * Looks at a byte.
     *
     * @param index counted from the next byte, below {@link #length}
     * @return the byte
     */
    public byte peek(int index) {
        return bytes[from + index];
    }

    /**
     * Finds a byte among those that are here.
     *
     * @param value the byte
     * @param start where to begin, counted from the next byte
     * @return its index, or -1
     */
    public int find(byte value, int start) {
        for (int i = from + start; i < to; i++) {
            if (bytes[i] == value) {
                return i - from;
            }
        }
        return -1;
    }

    /**
     * Waits once for more bytes. There must be room for at least one.
     *
     * @return false if the source has ended
     * @throws IOException if the source fails
     */
    public boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        makeRoom();
        int count = source.read(bytes, to, bytes.length - to);
        if (count < 0) {
            ended = true;
            return false;
        }
        to += count;
        if (to == FIRST_SIZE && bytes.length == FIRST_SIZE && size > FIRST_SIZE && source.available() > 0) {
            // Whoever asks what is here is to see as much as a large array would have taken.
            makeRoom();
            to += Math.max(0, source.read(bytes, to, bytes.length - to));
        }
        return true;
    }

    private void makeRoom() {
        if (to - from == size) {
            throw new IllegalStateException("buffer is full");
        }
        byte[] room = bytes;
        if (bytes.length == 0) {
            room = new byte[Math.min(size, FIRST_SIZE)];
        } else if (to == bytes.length && to < size) {
            room = new byte[size];
        }
        if (from > 0 || room != bytes) {
            System.arraycopy(bytes, from, room, 0, to - from);
            to -= from;
            from = 0;
            bytes = room;
        }
    }

    /**
     * Tells how many bytes beyond those here can be had without waiting.
     *
     * @return the number, 0 if unknown
     * @throws IOException if the source is closed
     */
    public int arrived() throws IOException {
        return ended ? 0 : source.available();
    }

    /**
     * Takes bytes that are here.
     *
     * @param target where they go
     * @param offset where to put the first
     * @param count how many, at most {@link #length}
     */
    public void take(byte[] target, int offset, int count) {
        System.arraycopy(bytes, from, target, offset, count);
        from += count;
    }

    /**
     * Drops bytes that are here.
     *
     * @param count how many, at most {@link #length}
     */
    public void skip(int count) {
        from += count;
    }

    /**
     * Reads what is here, or waits for more. A request as large as the buffer is read straight into the caller's array.
     *
     * @param target where bytes go
     * @param offset where to put the first
     * @param count how many at most
     * @return how many, or -1 at the end
     * @throws IOException if the source fails
     */
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (from == to) {
            if (ended) {
                return -1;
            }
            if (count >= size) {
                int direct = source.read(target, offset, count);
                ended = direct < 0;
                return direct;
            }
            if (!fill()) {
                return -1;
            }
        }
        int taken = Math.min(count, to - from);
        take(target, offset, taken);
        return taken;
    }

    @Override
    public int read(byte[] target, int offset, int count, InputStream ignored) throws IOException {
        return read(target, offset, count);
    }

    @Override
    public int read(byte[] target, InputStream ignored) throws IOException {
        return read(target, 0, target.length);
    }

    @Override
    public int read(InputStream ignored) throws IOException {
        if (from == to && !fill()) {
            return -1;
        }
        return bytes[from++] & 0xFF;
    }

    /** Reads a line as Latin-1, without its CR LF or LF. It is taken as a whole, so that a timeout amid a line loses nothing. */
    @Override
    public int readLine(CharArrayBuffer line, InputStream ignored) throws IOException {
        int lineStart = line.length();
        int seen = 0;
        while (true) {
            int end = find((byte) '\n', seen);
            if (line.length() - lineStart + (end < 0 ? length() : end) > MAX_LINE) {
                throw new MessageConstraintException("line too long");
            }
            if (end >= 0) {
                line.append(bytes, from, end);
                from += end + 1;
                if (line.length() > lineStart && line.charAt(line.length() - 1) == '\r') {
                    line.setLength(line.length() - 1);
                }
                return line.length() - lineStart;
            }
            if (length() == size) {
                line.append(bytes, from, size);
                from = to;
            }
            seen = length();
            if (!fill()) {
                line.append(bytes, from, length());
                from = to;
                lineCut |= line.length() > lineStart;
                return line.length() == lineStart ? -1 : line.length() - lineStart;
            }
        }
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return new BasicHttpTransportMetrics();
    }
}
