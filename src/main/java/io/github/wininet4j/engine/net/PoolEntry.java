package io.github.wininet4j.engine.net;

import org.jspecify.annotations.Nullable;

/** Where a connection stands in the pool. Guarded by the pool's lock. */
final class PoolEntry {
    final Connection connection;
    /** Whether a lease holds it; false while idle and once gone. */
    boolean leased;
    /** The clock's milliseconds when it became idle. */
    long idleSince;
    /** The limits its last lease brought along. */
    @Nullable
    ConnectionLimits limits;
    /** Its neighbours in the list of all idle connections. */
    @Nullable
    PoolEntry older;

    @Nullable
    PoolEntry newer;

    PoolEntry(Connection connection) {
        this.connection = connection;
    }
}
