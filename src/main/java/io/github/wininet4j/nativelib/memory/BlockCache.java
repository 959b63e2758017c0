package io.github.wininet4j.nativelib.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * C memory that calls have given back, by size. The C heap returns large pieces to the system, and to get them anew
 * costs a page fault for every 4 KiB, which is far more than to copy a buffer.
 */
final class BlockCache {
    private static final int SMALLEST_BITS = 10;
    private static final int LARGEST_BITS = 20;

    /** Of each size; what is given back beyond that is freed. */
    private static final int KEPT = 8;

    private final List<ArrayBlockingQueue<Block>> free = new ArrayList<>();

    BlockCache() {
        for (int bits = SMALLEST_BITS; bits <= LARGEST_BITS; bits++) {
            free.add(new ArrayBlockingQueue<>(KEPT));
        }
    }

    /** Returns memory of at least so many bytes, with anything in it. */
    Block take(long size) {
        int bits = Math.max(Long.SIZE - Long.numberOfLeadingZeros(size - 1), SMALLEST_BITS);
        if (bits > LARGEST_BITS) {
            return new Block(size);
        }
        Block block = free.get(bits - SMALLEST_BITS).poll();
        return block == null ? new Block(1L << bits) : block;
    }

    /** Takes back what {@link #take} gave, once it is out of use. */
    void giveBack(Block block) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(block.size() - 1);
        if (bits > LARGEST_BITS || !free.get(bits - SMALLEST_BITS).offer(block)) {
            block.close();
        }
    }
}
