package io.github.wininet4j.engine.http;

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
    private static final KeptBytes NOTHING = new KeptBytes(0, 0);

    private final int limit;
    private final int expected;
    private byte @Nullable [] bytes;
    private int count;

    private KeptBytes(int limit, int expected) {
        this.limit = limit;
        this.expected = expected;
    }

    /** Returns a store that keeps nothing. */
    static KeptBytes nothing() {
        return NOTHING;
    }

    /** Returns an empty store for a response of a length in bytes, -1 if unknown. */
    static KeptBytes of(long length) {
        return length > LIMIT ? NOTHING : new KeptBytes(LIMIT, length < 0 ? FIRST_SIZE : (int) length);
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

    /** Returns how many bytes are kept from a position on. */
    int available(long position) {
        return position < count ? count - (int) position : 0;
    }

    /** Copies what is kept from a position on; returns how many bytes that were. */
    int take(long position, ByteBuffer target) {
        int length = Math.min(available(position), target.remaining());
        byte[] all = bytes;
        if (all != null && length > 0) {
            target.put(all, (int) position, length);
        }
        return length;
    }
}
