package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.cache.EntryFile;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a response that were delivered, so that a caller who seeks back reads them without the network
 * (R-SEEK-14). A response that is longer than can be kept is not kept at all if its length is known; what lies beyond
 * has to be asked for again.
 */
final class KeptBytes {
    private static final int LIMIT = 32_768;
    private static final int FIRST_SIZE = 512;

    /** Keeps nothing, of any response. */
    private static final KeptBytes NOTHING = new KeptBytes(0, 0, null);

    private final int limit;
    private final int expected;
    private byte @Nullable [] bytes;
    private int count;
    /** What is in a file need not be kept once more. */
    private final @Nullable EntryFile file;

    private KeptBytes(int limit, int expected, @Nullable EntryFile file) {
        this.limit = limit;
        this.expected = expected;
        this.file = file;
    }

    /** Returns a store that keeps nothing. */
    static KeptBytes nothing() {
        return NOTHING;
    }

    /** Returns a store for a response of a length in bytes, -1 if unknown, that is perhaps kept in a file. */
    static KeptBytes of(long length, @Nullable EntryFile file) {
        if (file != null) {
            return new KeptBytes(0, 0, file);
        }
        return length > LIMIT ? NOTHING : new KeptBytes(LIMIT, length < 0 ? FIRST_SIZE : (int) length, null);
    }

    /** Keeps bytes that were delivered, as far as those before them were kept. */
    void add(long position, byte[] source, int offset, int length) {
        int room = Math.min(length, limit - count);
        if (position != count || room <= 0) {
            return;
        }
        byte[] all = bytes;
        if (all == null || all.length < count + room) {
            byte[] larger = new byte[Math.min(limit, Math.max(count + room, all == null ? expected : 2 * all.length))];
            if (all != null) {
                System.arraycopy(all, 0, larger, 0, count);
            }
            all = larger;
            bytes = all;
        }
        System.arraycopy(source, offset, all, count, room);
        count += room;
    }

    /** Returns how many bytes are kept from a position on, of those up to an end. */
    int available(long position, long end) {
        if (file != null && file.isDiscarded()) {
            return 0;
        }
        if (file != null) {
            return (int) Math.min(Math.max(end - position, 0), Integer.MAX_VALUE);
        }
        return position < Math.min(count, end) ? count - (int) position : 0;
    }

    /** Copies what is kept from a position on, of what lies before an end; returns how many bytes that were. */
    int take(long position, long end, ByteBuffer target) {
        int length = Math.min(available(position, end), target.remaining());
        if (length == 0) {
            return 0;
        }
        EntryFile source = file;
        if (source != null) {
            int read = source.read(position, target.slice(target.position(), length));
            target.position(target.position() + read);
            return read;
        }
        byte[] all = bytes;
        if (all != null) {
            target.put(all, (int) position, length);
        }
        return length;
    }
}
