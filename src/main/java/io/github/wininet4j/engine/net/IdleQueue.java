package io.github.wininet4j.engine.net;

import org.jspecify.annotations.Nullable;

/** All idle connections of a pool, the longest idle first: all are kept equally long, so this is the order in which they expire. */
final class IdleQueue {
    private @Nullable PoolEntry oldest;
    private @Nullable PoolEntry newest;

    @Nullable
    PoolEntry oldest() {
        return oldest;
    }

    void append(PoolEntry place) {
        place.older = newest;
        if (newest == null) {
            oldest = place;
        } else {
            newest.newer = place;
        }
        newest = place;
    }

    void remove(PoolEntry place) {
        if (place.older == null) {
            oldest = place.newer;
        } else {
            place.older.newer = place.newer;
        }
        if (place.newer == null) {
            newest = place.older;
        } else {
            place.newer.older = place.older;
        }
        place.older = null;
        place.newer = null;
    }
}
