package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Endpoint;
import org.jspecify.annotations.Nullable;

/** A connection of the pool, leased or idle. Guarded by the pool's lock. */
final class PoolEntry {
    final ConnectionKey key;
    /** Where it leads. */
    final Endpoint endpoint;

    final Connection connection;
    /** When it became idle, in the clock's milliseconds. May be read without the lock. */
    volatile long idleSince;
    /**
     * Whether it was found open after it had been idle, as a server that closes unannounced does so at the first
     * chance.
     */
    boolean proven;
    /** The limits that its last lease brought along. */
    ConnectionLimits limits;
    /** What leases it, or null while it is idle. */
    @Nullable
    ConnectionEvents user;
    /** Who can say whether it may go, or null unless it is shared. */
    @Nullable
    SharedUse use;
    /** Its neighbours in the queue of all idle connections. */
    @Nullable
    PoolEntry older;

    @Nullable
    PoolEntry newer;

    PoolEntry(ConnectionKey key, Connection connection, LeaseOptions lease) {
        this.key = key;
        this.endpoint = key.endpoint();
        this.connection = connection;
        this.limits = lease.limits();
        this.user = lease.events();
    }

    /** Closes the connection. Call without the lock. */
    void close() {
        if (use == null) {
            connection.closeGracefully();
        } else {
            use.close();
        }
    }

    void beginLease(LeaseOptions lease) {
        limits = lease.limits();
        user = lease.events();
    }
}
