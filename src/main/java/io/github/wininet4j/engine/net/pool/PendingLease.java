package io.github.wininet4j.engine.net.pool;

import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** One lease that waits for its turn. Guarded by the pool's lock, which its condition belongs to. */
final class PendingLease {
    final ConnectionKey key;
    final LeaseOptions options;
    final Condition turn;
    /** It may go on: with the connection, or by opening one. */
    boolean granted;

    boolean cancelled;

    @Nullable
    PoolEntry handed;

    PendingLease(ConnectionKey key, LeaseOptions options, Condition turn) {
        this.key = key;
        this.options = options;
        this.turn = turn;
    }

    void grant(@Nullable PoolEntry entry) {
        granted = true;
        handed = entry;
        turn.signal();
    }

    /** Returns whether it can use a connection that comes back. */
    boolean canUse(PoolEntry entry) {
        return !options.fresh() && key.equals(entry.key);
    }
}
