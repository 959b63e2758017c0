package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who has which connection, who may open one and who waits. One lock guards it all; nothing here touches a socket: connections that
 * have to go are handed out to be closed.
 *
 * <p>Each connection, from before it is opened until after it is closed, takes one of its server's places. While leases of a server
 * wait, it has no idle connections.
 */
final class PoolState {
    private static final long IDLE_MILLIS = 60_000;

    final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Map<Endpoint, ServerPool> servers = new HashMap<>();
    private final IdleQueue idle = new IdleQueue();
    private final Http10Servers oldServers = new Http10Servers();
    private boolean closed;

    PoolState(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes an idle connection, or a place to open one, which is null; waits until there is either. */
    @Nullable
    Connection acquire(ConnectionKey key, LeaseOptions terms, List<Connection> doomed) throws CancelledIoException {
        lock.lock();
        try {
            if (closed) {
                throw new CancelledIoException(null);
            }
            ServerPool server = serverOf(key);
            dropExpired(server, doomed);
            Connection found = terms.fresh() ? null : takeIdle(server, key);
            if (found != null) {
                found.place.limits = terms.limits();
                return found;
            }
            if (server.waiters.isEmpty() && makeRoom(server, terms.limits(), doomed)) {
                server.open++;
                return null;
            }
            return await(server, key, terms);
        } finally {
            lock.unlock();
        }
    }

    /** At the limit, an idle connection that the lease cannot use gives way to it. */
    private boolean makeRoom(ServerPool server, ConnectionLimits limits, List<Connection> doomed) {
        int limit = limit(server, limits);
        if (server.open == limit && !server.idle.isEmpty()) {
            doomed.add(removeIdle(server, server.idle.getFirst()));
        }
        return server.open < limit;
    }

    private @Nullable Connection await(ServerPool server, ConnectionKey key, LeaseOptions terms)
            throws CancelledIoException {
        PendingLease waiter = new PendingLease(key, terms, lock.newCondition());
        Closeable registration = terms.cancellation().onCancel(() -> cancel(waiter));
        server.waiters.addLast(waiter);
        try {
            while (!waiter.granted && !waiter.cancelled && !closed) {
                waiter.turn.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terms.cancellation().detach(registration);
        if (!waiter.granted) {
            server.waiters.remove(waiter);
            removeIfEmpty(server);
            throw new CancelledIoException(null);
        }
        if (waiter.handed != null) {
            waiter.handed.place.limits = terms.limits();
        }
        return waiter.handed;
    }

    private void cancel(PendingLease waiter) {
        lock.lock();
        try {
            waiter.cancelled = true;
            waiter.turn.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes another idle connection instead of a dead one. If there is none, the dead one's place is the caller's to open one. */
    @Nullable
    Connection replace(Connection dead) {
        lock.lock();
        try {
            dead.place.leased = false;
            ServerPool server = serverOf(dead.key());
            Connection found = takeIdle(server, dead.key());
            if (found != null) {
                found.place.limits = dead.place.limits;
                releasePlace(server);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Books a connection that was opened in a place of its server, and by whose limits it goes. */
    void opened(Connection connection, ConnectionLimits limits) {
        lock.lock();
        try {
            connection.place.leased = true;
            connection.place.limits = limits;
        } finally {
            lock.unlock();
        }
    }

    /** Passes a connection on or keeps it; false if the caller is to close it. */
    boolean keep(Connection connection) {
        lock.lock();
        try {
            if (!connection.place.leased) {
                return true;
            }
            ServerPool server = serverOf(connection.key());
            PendingLease next = server.waiters.peekFirst();
            ConnectionLimits limits = next == null ? connection.place.limits : next.terms.limits();
            boolean tooMany = limits != null && server.open > limit(server, limits);
            if (closed || tooMany || (next != null && !next.canUse(connection))) {
                connection.place.leased = false;
                releasePlace(server);
                return false;
            }
            connection.place.idleSince = clock.millis();
            if (next != null) {
                server.waiters.removeFirst().grant(connection);
                return true;
            }
            connection.place.leased = false;
            server.idle.addLast(connection);
            idle.append(connection.place);
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isLeased(Connection connection) {
        lock.lock();
        try {
            return connection.place.leased;
        } finally {
            lock.unlock();
        }
    }

    /** Frees the place of a leased connection that is closed; nothing happens if it is not leased. */
    void forget(Connection connection) {
        lock.lock();
        try {
            if (connection.place.leased) {
                connection.place.leased = false;
                releasePlace(serverOf(connection.key()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Frees a place in which no connection came to be. */
    void release(ConnectionKey key) {
        lock.lock();
        try {
            releasePlace(serverOf(key));
        } finally {
            lock.unlock();
        }
    }

    /** Removes all connections that are idle since a time or longer. */
    List<Connection> takeIdleSince(long millis) {
        List<Connection> taken = new ArrayList<>();
        lock.lock();
        try {
            PoolEntry oldest = idle.oldest();
            while (oldest != null && oldest.idleSince <= millis) {
                ServerPool server = serverOf(oldest.connection.key());
                taken.add(removeIdle(server, oldest.connection));
                removeIfEmpty(server);
                oldest = idle.oldest();
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    List<Connection> takeExpired() {
        return takeIdleSince(clock.millis() - IDLE_MILLIS);
    }

    /** Milliseconds until the next idle connection expires, or -1 if none is idle. The caller holds the lock. */
    long millisToExpiry() {
        PoolEntry oldest = idle.oldest();
        return oldest == null ? -1 : Math.max(0, oldest.idleSince + IDLE_MILLIS - clock.millis());
    }

    void note(ConnectionKey key, boolean http10) {
        if (!http10 && oldServers.isEmpty()) {
            // So for nearly every response, without the lock.
            return;
        }
        lock.lock();
        try {
            oldServers.note(key.endpoint(), http10, clock.millis());
        } finally {
            lock.unlock();
        }
    }

    void limitsChanged() {
        lock.lock();
        try {
            servers.values().forEach(this::grantNext);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            servers.values().forEach(server -> server.waiters.forEach(waiter -> waiter.turn.signal()));
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether the pool is closed. The caller holds the lock. */
    boolean isClosed() {
        return closed;
    }

    /** How many servers are known, for tests. */
    int size() {
        lock.lock();
        try {
            return servers.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many leases of a server wait, for tests. */
    int waiting(Endpoint endpoint) {
        lock.lock();
        try {
            ServerPool server = servers.get(endpoint);
            return server == null ? 0 : server.waiters.size();
        } finally {
            lock.unlock();
        }
    }

    private void dropExpired(ServerPool server, List<Connection> doomed) {
        long limit = clock.millis() - IDLE_MILLIS;
        Connection oldest = server.idle.peekFirst();
        while (oldest != null && oldest.place.idleSince <= limit) {
            doomed.add(removeIdle(server, oldest));
            oldest = server.idle.peekFirst();
        }
    }

    private Connection removeIdle(ServerPool server, Connection connection) {
        server.idle.remove(connection);
        server.open--;
        idle.remove(connection.place);
        return connection;
    }

    private @Nullable Connection takeIdle(ServerPool server, ConnectionKey key) {
        Connection found = server.takeIdle(key);
        if (found != null) {
            idle.remove(found.place);
            found.place.leased = true;
        }
        return found;
    }

    private ServerPool serverOf(ConnectionKey key) {
        return servers.computeIfAbsent(key.endpoint(), ServerPool::new);
    }

    private int limit(ServerPool server, ConnectionLimits limits) {
        return Math.max(1, limits.limit(oldServers.isOld(server.endpoint, clock.millis())));
    }

    private void releasePlace(ServerPool server) {
        server.open--;
        grantNext(server);
        removeIfEmpty(server);
    }

    private void grantNext(ServerPool server) {
        PendingLease next = server.waiters.peekFirst();
        while (next != null && server.open < limit(server, next.terms.limits())) {
            server.open++;
            server.waiters.removeFirst().grant(null);
            next = server.waiters.peekFirst();
        }
    }

    private void removeIfEmpty(ServerPool server) {
        if (server.isEmpty()) {
            servers.remove(server.endpoint);
        }
    }
}
