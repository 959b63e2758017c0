package io.github.wininet4j.engine.net;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The connections of one server and who waits for them, in order (R-LIMIT-2). Guarded by the pool's lock. */
final class ServerPool {
    final Endpoint endpoint;
    final ArrayDeque<Connection> idle = new ArrayDeque<>(2);
    final ArrayDeque<PendingLease> waiters = new ArrayDeque<>(1);
    /** Connections that exist or are being made, idle ones included. */
    int open;

    ServerPool(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Takes the most recently used idle connection for a key. */
    @Nullable
    Connection takeIdle(ConnectionKey key) {
        for (Iterator<Connection> newest = idle.descendingIterator(); newest.hasNext(); ) {
            Connection connection = newest.next();
            if (connection.key().equals(key)) {
                newest.remove();
                return connection;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return open == 0 && waiters.isEmpty();
    }
}
