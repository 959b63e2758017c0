package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one server, and the leases that wait for one, in order (R-LIMIT-2). Guarded by the pool's lock.
 */
final class ServerPool {
    final Endpoint endpoint;
    final ArrayDeque<PoolEntry> idle = new ArrayDeque<>(2);
    /** The leased ones that are shared. */
    final List<PoolEntry> shared = new ArrayList<>(0);

    final ArrayDeque<PendingLease> pending = new ArrayDeque<>(1);
    /** Connections that exist or are being made, idle ones included. */
    int open;

    ServerPool(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Takes the most recently used idle connection for a key. */
    @Nullable
    PoolEntry takeIdle(ConnectionKey key) {
        PoolEntry last = idle.peekLast();
        if (last != null && last.key.equals(key)) {
            // So nearly always, without an iterator.
            return idle.pollLast();
        }
        for (Iterator<PoolEntry> newest = idle.descendingIterator(); newest.hasNext(); ) {
            PoolEntry entry = newest.next();
            if (entry.key.equals(key)) {
                newest.remove();
                return entry;
            }
        }
        return null;
    }

    /** Takes a shared connection that nobody uses, or null. */
    @Nullable
    PoolEntry takeUnused() {
        for (PoolEntry entry : shared) {
            SharedUse use = entry.use;
            if (use != null && use.retireIfUnused()) {
                shared.remove(entry);
                return entry;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return open == 0 && pending.isEmpty();
    }
}
