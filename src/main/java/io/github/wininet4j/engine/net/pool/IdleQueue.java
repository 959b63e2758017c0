package io.github.wininet4j.engine.net.pool;

import org.jspecify.annotations.Nullable;

/**
 * All idle connections of a pool, the longest idle first: all are kept equally long, so this is the order in which they
 * expire.
 */
final class IdleQueue {
    /** May be read without the lock. */
    private volatile @Nullable PoolEntry oldest;

    private @Nullable PoolEntry newest;

    @Nullable
    PoolEntry oldest() {
        return oldest;
    }

    void append(PoolEntry entry) {
        entry.older = newest;
        if (newest == null) {
            oldest = entry;
        } else {
            newest.newer = entry;
        }
        newest = entry;
    }

    void remove(PoolEntry entry) {
        if (entry.older == null) {
            oldest = entry.newer;
        } else {
            entry.older.newer = entry.newer;
        }
        if (entry.newer == null) {
            newest = entry.older;
        } else {
            entry.newer.older = entry.older;
        }
        entry.older = null;
        entry.newer = null;
    }
}
