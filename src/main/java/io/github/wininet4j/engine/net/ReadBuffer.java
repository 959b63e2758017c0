package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a connection that arrived and were not taken yet. It lets one look at bytes without taking them, and ask
 * what can be read without waiting. One array, made when the first byte is wanted; it starts small because most
 * responses are, and grows once it was filled.
 */
public final class ReadBuffer {
    /** The size that connections use. */
    public static final int DEFAULT_SIZE = 8_192;

    private static final int FIRST_SIZE = 2_048;
    private static final byte[] NOTHING = {};

    private final InputStream source;
    private final int size;
    private byte[] bytes = NOTHING;
    private int from;
    private int to;
    private boolean ended;

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

    /** Returns how many bytes are here. */
    public int length() {
        return to - from;
    }

    /** Returns how many bytes it holds at most. */
    public int capacity() {
        return size;
    }

    /** Returns how many more bytes it can hold. */
    public int room() {
        return size - length();
    }

    /** Returns whether a read met the end of the source. Bytes may be left here. */
    public boolean ended() {
        return ended;
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
            // What is here has to be as much as a large array would have taken.
            makeRoom();
            to += Math.max(0, source.read(bytes, to, bytes.length - to));
        }
        return true;
    }

    /** How bytes get into the array of a buffer. */
    interface Filling {
        /** Reads as an input stream does. */
        int read(byte[] target, int offset, int count) throws IOException;
    }

    /**
     * Takes what has arrived, without waiting. There must be room for at least one byte.
     *
     * @return false if the source has ended
     * @throws IOException if the source fails
     */
    public boolean fillReady() throws IOException {
        return !ended && (!(source instanceof ConnectionInput connection) || connection.fillReady(this));
    }

    boolean fillOnce(Filling from) throws IOException {
        makeRoom();
        int count = from.read(bytes, to, bytes.length - to);
        ended = count < 0;
        to += Math.max(count, 0);
        return !ended;
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
     * Returns how many bytes beyond those here can be read without waiting.
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

    /**
     * Reads one byte, waiting for it if none is here.
     *
     * @return the byte, or -1 at the end
     * @throws IOException if the source fails
     */
    public int read() throws IOException {
        if (from == to && !fill()) {
            return -1;
        }
        return bytes[from++] & 0xFF;
    }
}
