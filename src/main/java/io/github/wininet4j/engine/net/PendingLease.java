package io.github.wininet4j.engine.net;

import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** One lease that waits for its turn. Guarded by the pool's lock, which its condition belongs to. */
final class PendingLease {
    final ConnectionKey key;
    final LeaseOptions terms;
    final Condition turn;
    /** It may go on: with the connection, or by opening one. */
    boolean granted;

    boolean cancelled;

    @Nullable
    Connection handed;

    PendingLease(ConnectionKey key, LeaseOptions terms, Condition turn) {
        this.key = key;
        this.terms = terms;
        this.turn = turn;
    }

    void grant(@Nullable Connection connection) {
        granted = true;
        handed = connection;
        turn.signal();
    }

    /** Tells whether a connection that comes back is one it can use. */
    boolean canUse(Connection connection) {
        return !terms.fresh() && key.equals(connection.key());
    }
}
