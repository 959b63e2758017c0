package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.Traffic;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.Closeable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The leased and the idle connections, and the leases that wait. One lock guards it all; nothing here touches a socket:
 * connections that have to go are handed out to be closed.
 *
 * <p>Each connection, from before it is opened until after it is closed, counts against its server's limit. While
 * leases of a server wait, it has no idle connections.
 */
final class PoolState {
    static final long IDLE_MILLIS = 60_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Traffic traffic;
    private final Map<Endpoint, ServerPool> servers = new HashMap<>();
    private final IdentityHashMap<Connection, PoolEntry> leased = new IdentityHashMap<>();
    private final IdleQueue idle = new IdleQueue();
    private final Http10Servers http10Servers = new Http10Servers();
    private boolean closed;

    PoolState(InstantSource clock, Traffic traffic) {
        this.clock = clock;
        this.traffic = traffic;
    }

    /** Takes an idle connection, or null for the right to open one; waits until either is there. */
    @Nullable
    PoolEntry acquire(ConnectionKey key, LeaseOptions options, List<PoolEntry> expired)
            throws CancelledIoException, LeaseTimeoutException {
        lock.lock();
        try {
            if (closed) {
                throw new CancelledIoException(null);
            }
            ServerPool server = serverOf(key.endpoint());
            removeExpired(server, expired);
            PoolEntry found = options.fresh() ? null : takeIdle(server, key);
            if (found != null) {
                found.beginLease(options);
                return found;
            }
            if (server.pending.isEmpty() && makeRoom(server, options.limits(), expired)) {
                server.open++;
                return null;
            }
            return await(server, key, options);
        } finally {
            lock.unlock();
        }
    }

    /** At the limit, an idle connection that the lease cannot use gives way to it. */
    private boolean makeRoom(ServerPool server, ConnectionLimits limits, List<PoolEntry> expired) {
        int limit = limit(server, limits);
        if (server.open == limit) {
            PoolEntry unused = server.idle.isEmpty() ? takeUnused(server) : removeIdle(server, server.idle.getFirst());
            if (unused != null) {
                expired.add(unused);
            }
        }
        return server.open < limit;
    }

    private @Nullable PoolEntry takeUnused(ServerPool server) {
        PoolEntry unused = server.takeUnused();
        if (unused != null) {
            leased.remove(unused.connection);
            server.open--;
        }
        return unused;
    }

    /** Records that a leased connection is shared. */
    void share(Connection connection, SharedUse use) {
        lock.lock();
        try {
            PoolEntry entry = leased.get(connection);
            if (entry != null) {
                entry.use = use;
                serverOf(entry.endpoint).shared.add(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether leases wait that could go on if a leased connection were closed. */
    boolean isWanted(Connection connection) {
        lock.lock();
        try {
            PoolEntry entry = leased.get(connection);
            return entry != null && !serverOf(entry.endpoint).pending.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Removes all shared connections that nobody uses. */
    List<PoolEntry> takeUnused() {
        List<PoolEntry> taken = new ArrayList<>();
        lock.lock();
        try {
            for (ServerPool server : List.copyOf(servers.values())) {
                PoolEntry unused = takeUnused(server);
                while (unused != null) {
                    taken.add(unused);
                    unused = takeUnused(server);
                }
                grantNext(server);
                removeIfEmpty(server);
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    private @Nullable PoolEntry await(ServerPool server, ConnectionKey key, LeaseOptions options)
            throws CancelledIoException, LeaseTimeoutException {
        int limit = Timeouts.forSocket(options.timeouts().connectMillis());
        long left = limit == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(limit);
        PendingLease lease = new PendingLease(key, options, lock.newCondition());
        Closeable registration = options.cancellation().onCancel(() -> cancel(lease));
        server.pending.addLast(lease);
        traffic.waits();
        WorkerThreads.beforeBlocking();
        try {
            while (!lease.granted && !lease.cancelled && !closed && left > 0) {
                left = lease.turn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        options.cancellation().detach(registration);
        if (!lease.granted) {
            server.pending.remove(lease);
            removeIfEmpty(server);
            if (left <= 0 && !lease.cancelled && !closed) {
                throw new LeaseTimeoutException(server.endpoint, users(server.endpoint));
            }
            throw new CancelledIoException(null);
        }
        if (lease.handed != null) {
            lease.handed.beginLease(options);
        }
        return lease.handed;
    }

    /** Returns what holds the connections of a server. */
    private List<ConnectionEvents> users(Endpoint endpoint) {
        List<ConnectionEvents> users = new ArrayList<>();
        for (PoolEntry entry : leased.values()) {
            if (entry.user != null && entry.endpoint.equals(endpoint)) {
                users.add(entry.user);
            }
        }
        return users;
    }

    private void cancel(PendingLease lease) {
        lock.lock();
        try {
            lease.cancelled = true;
            lease.turn.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes another idle connection instead of a dead one, or null for the right to open one in its stead. */
    @Nullable
    PoolEntry replace(PoolEntry dead) {
        lock.lock();
        try {
            leased.remove(dead.connection);
            ServerPool server = serverOf(dead.endpoint);
            PoolEntry found = takeIdle(server, dead.key);
            if (found != null) {
                found.limits = dead.limits;
                found.user = dead.user;
                countClosed(server);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Records a newly opened connection as leased. */
    void opened(PoolEntry entry) {
        lock.lock();
        try {
            leased.put(entry.connection, entry);
        } finally {
            lock.unlock();
        }
    }

    /** Hands a connection that came back to the next lease or keeps it; false if the caller is to close it. */
    boolean keep(Connection connection) {
        lock.lock();
        try {
            PoolEntry entry = leased.get(connection);
            if (entry == null) {
                return true;
            }
            ServerPool server = serverOf(entry.endpoint);
            PendingLease next = server.pending.peekFirst();
            ConnectionLimits limits = next == null ? entry.limits : next.options.limits();
            if (closed || server.open > limit(server, limits) || (next != null && !next.canUse(entry))) {
                leased.remove(connection);
                countClosed(server);
                return false;
            }
            entry.idleSince = clock.millis();
            if (next != null) {
                server.pending.removeFirst().grant(entry);
                return true;
            }
            leased.remove(connection);
            entry.user = null;
            server.idle.addLast(entry);
            idle.append(entry);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns what a connection was leased for, or null if it is not leased. */
    @Nullable
    ConnectionKey keyOf(Connection connection) {
        lock.lock();
        try {
            PoolEntry entry = leased.get(connection);
            return entry == null ? null : entry.key;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a leased connection that is closed, so that another may be opened; nothing happens if it is not leased.
     */
    void forget(Connection connection) {
        lock.lock();
        try {
            PoolEntry entry = leased.remove(connection);
            if (entry != null) {
                ServerPool server = serverOf(entry.endpoint);
                server.shared.remove(entry);
                countClosed(server);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the right to open a connection that could not be opened. */
    void openFailed(ConnectionKey key) {
        lock.lock();
        try {
            countClosed(serverOf(key.endpoint()));
        } finally {
            lock.unlock();
        }
    }

    /** Removes all connections that have been idle since a time or longer. */
    List<PoolEntry> takeIdleSince(long millis) {
        List<PoolEntry> taken = new ArrayList<>();
        lock.lock();
        try {
            PoolEntry oldest = idle.oldest();
            while (oldest != null && oldest.idleSince <= millis) {
                ServerPool server = serverOf(oldest.endpoint);
                taken.add(removeIdle(server, oldest));
                removeIfEmpty(server);
                oldest = idle.oldest();
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    List<PoolEntry> takeExpired() {
        return takeIdleSince(clock.millis() - IDLE_MILLIS);
    }

    /**
     * Returns the milliseconds until the next idle connection expires, {@link Long#MAX_VALUE} if none is idle. Takes no
     * lock.
     */
    long millisToExpiry() {
        PoolEntry oldest = idle.oldest();
        return oldest == null ? Long.MAX_VALUE : Math.max(0, oldest.idleSince + IDLE_MILLIS - clock.millis());
    }

    /** Remembers the version that the server of a leased connection speaks. */
    void noteVersion(Connection connection, boolean http10) {
        if (!http10 && http10Servers.isEmpty()) {
            // So for nearly every response, without the lock.
            return;
        }
        lock.lock();
        try {
            PoolEntry entry = leased.get(connection);
            if (entry != null) {
                http10Servers.note(entry.endpoint, http10, clock.millis());
            }
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
            servers.values().forEach(server -> server.pending.forEach(lease -> lease.turn.signal()));
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many servers are known, for tests. */
    int size() {
        lock.lock();
        try {
            return servers.size();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many leases of a server wait, for tests. */
    int waiting(Endpoint endpoint) {
        lock.lock();
        try {
            ServerPool server = servers.get(endpoint);
            return server == null ? 0 : server.pending.size();
        } finally {
            lock.unlock();
        }
    }

    private void removeExpired(ServerPool server, List<PoolEntry> expired) {
        long limit = clock.millis() - IDLE_MILLIS;
        PoolEntry oldest = server.idle.peekFirst();
        while (oldest != null && oldest.idleSince <= limit) {
            expired.add(removeIdle(server, oldest));
            oldest = server.idle.peekFirst();
        }
    }

    private PoolEntry removeIdle(ServerPool server, PoolEntry entry) {
        server.idle.remove(entry);
        server.open--;
        idle.remove(entry);
        return entry;
    }

    private @Nullable PoolEntry takeIdle(ServerPool server, ConnectionKey key) {
        PoolEntry found = server.takeIdle(key);
        if (found != null) {
            idle.remove(found);
            leased.put(found.connection, found);
        }
        return found;
    }

    private ServerPool serverOf(Endpoint endpoint) {
        return servers.computeIfAbsent(endpoint, ServerPool::new);
    }

    private int limit(ServerPool server, ConnectionLimits limits) {
        return Math.max(1, limits.limit(http10Servers.contains(server.endpoint, clock.millis())));
    }

    private void countClosed(ServerPool server) {
        server.open--;
        grantNext(server);
        removeIfEmpty(server);
    }

    private void grantNext(ServerPool server) {
        PendingLease next = server.pending.peekFirst();
        while (next != null && server.open < limit(server, next.options.limits())) {
            server.open++;
            server.pending.removeFirst().grant(null);
            next = server.pending.peekFirst();
        }
    }

    private void removeIfEmpty(ServerPool server) {
        if (server.isEmpty()) {
            servers.remove(server.endpoint);
        }
    }
}
