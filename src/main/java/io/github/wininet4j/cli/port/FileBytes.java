package io.github.wininet4j.cli.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** The bytes of a file in little-endian order, read in pieces; what lies beyond its end is damage, never an overrun. */
final class FileBytes {
    private static final int PIECE = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer piece;
    private long start;

    /**
     * Reads a channel, which the caller closes.
     *
     * @param channel the file
     * @throws IOException if its size cannot be read
     */
    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
        piece = ByteBuffer.allocate((int) Math.min(PIECE, size)).order(ByteOrder.LITTLE_ENDIAN);
        piece.limit(0);
    }

    /**
     * Reads a whole file.
     *
     * @param channel the file
     * @param limit how many bytes are read at most
     * @return its bytes
     * @throws IOException if reading fails
     */
    static byte[] all(SeekableByteChannel channel, long limit) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(limit, channel.size()));
        channel.position(0);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A channel may give less than is asked for.
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Reads bytes from an offset on, as many as there are and the target holds; returns how many, 0 at the end. */
    int read(long offset, byte[] target) throws IOException {
        channel.position(offset);
        return Math.max(0, channel.read(ByteBuffer.wrap(target)));
    }

    /** Makes sure that some bytes are at hand and returns where they are in the piece. */
    private int at(long offset, int length) throws IOException, DamagedFileException {
        if (offset < 0 || offset > size - length) {
            throw new DamagedFileException("it points beyond its end");
        }
        if (offset < start || offset + length > start + piece.limit()) {
            piece.clear();
            start = offset;
            channel.position(offset);
            while (piece.hasRemaining() && channel.read(piece) >= 0) {
                // A channel may give less than is asked for.
            }
            piece.flip();
            if (piece.limit() < length) {
                throw new DamagedFileException("it became shorter while it was read");
            }
        }
        return (int) (offset - start);
    }

    /** Returns the byte at an offset, from 0 to 255. */
    int u8(long offset) throws IOException, DamagedFileException {
        return Byte.toUnsignedInt(piece.get(at(offset, 1)));
    }

    /** Returns the 16-bit number at an offset. */
    int u16(long offset) throws IOException, DamagedFileException {
        return Short.toUnsignedInt(piece.getShort(at(offset, 2)));
    }

    /** Returns the 32-bit number at an offset, without sign. */
    long u32(long offset) throws IOException, DamagedFileException {
        return Integer.toUnsignedLong(piece.getInt(at(offset, 4)));
    }

    /** Returns the 64-bit number at an offset. */
    long u64(long offset) throws IOException, DamagedFileException {
        return piece.getLong(at(offset, 8));
    }

    /**
     * Reads a name that ends with a NUL.
     *
     * @param offset where it begins
     * @param limit how many bytes it may have
     * @return the name, a character for each byte
     */
    String name(long offset, int limit) throws IOException, DamagedFileException {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i <= limit; i++) {
            int c = u8(offset + i);
            if (c == 0) {
                return name.toString();
            }
            name.append((char) c);
        }
        throw new DamagedFileException("it has a name of more than " + limit + " bytes");
    }
}
