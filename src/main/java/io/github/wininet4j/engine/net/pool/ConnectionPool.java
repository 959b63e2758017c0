package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.Traffic;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.net.tls.TlsConnector;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections by server: opens them up to the server's limit, lets further requests wait in order (R-LIMIT-1,
 * R-LIMIT-2), and keeps those that can carry another exchange for a minute (R-TIMEOUT-8).
 *
 * <p>Opening, closing and probing a socket happen outside the lock, by the thread that leases or gives back. The
 * watchdog closes what has been idle for too long.
 */
public final class ConnectionPool implements AutoCloseable {
    private static final SafeLogger LOG = SafeLogger.of(ConnectionPool.class);

    /**
     * A proven connection that was idle for no longer is not probed: the server may close right after the probe as
     * well, and the probe takes a tenth of the time of a small request. If it has closed, the retry finds out
     * (R-SEND-15).
     */
    private static final long UNPROBED_MILLIS = 1;

    private final Dialer dialer;
    private final TlsConnector tls;
    private final InstantSource clock;
    private final PoolState state;
    private final Watchdog watchdog;
    private final IdleExpiry idleExpiry;

    /**
     * Creates an empty pool.
     *
     * @param dialer makes connections
     * @param clock measures how long connections were idle and at what time certificates must be valid
     * @param watchdog closes connections that were idle or stuck for too long
     */
    public ConnectionPool(Dialer dialer, InstantSource clock, Watchdog watchdog) {
        this.dialer = dialer;
        this.clock = clock;
        this.tls = new TlsConnector(clock);
        this.state = new PoolState(clock, dialer.traffic());
        this.watchdog = watchdog;
        this.idleExpiry = new IdleExpiry(state);
    }

    /**
     * Gets a connection: the most recently used idle one, else a new one, else the first that becomes free or possible
     * after those who asked before, for as long as the connect timeout lasts. The connection stays attached to the
     * cancellation, and is to go back by {@link #giveBack} or {@link #discard}.
     *
     * @param key what it must fit
     * @param options how
     * @return a connection whose tunnel and TLS stand
     * @throws CancelledIoException if cancelled, or the pool is closed
     * @throws SocketTimeoutException if the wait for a free connection took longer than the connect timeout
     * @throws TlsFailure if TLS or the certificate is at fault
     * @throws IOException what connecting failed with
     */
    public Connection lease(ConnectionKey key, LeaseOptions options) throws IOException {
        options.cancellation().check();
        List<PoolEntry> expired = new ArrayList<>(0);
        PoolEntry candidate;
        try {
            candidate = state.acquire(key, options, expired);
        } catch (LeaseTimeoutException e) {
            LOG.log(Level.WARNING, e::explanation);
            throw e;
        } finally {
            expired.forEach(PoolEntry::close);
        }
        while (candidate != null) {
            if (isUsable(candidate)) {
                return reuse(candidate.connection, options);
            }
            candidate = skip(candidate, options);
        }
        return open(key, options);
    }

    /**
     * Returns what the last TLS handshake with a server turned out to be.
     *
     * @param server the server
     * @return the findings, or null if none is remembered
     */
    public @Nullable TlsFindings lastFindings(Endpoint server) {
        return tls.lastFindings(server);
    }

    /**
     * Takes a connection back whose last response was read to its end. It serves who waits, or becomes idle, or is
     * closed in silence if nothing can be done with it.
     *
     * @param connection the connection
     */
    public void giveBack(Connection connection) {
        boolean usable = connection.unbind()
                && !connection.isClosed()
                && connection.input().length() == 0
                && !connection.input().ended();
        if (!usable) {
            connection.closeGracefully();
            state.forget(connection);
        } else if (state.keep(connection)) {
            watchdog.watch(idleExpiry, PoolState.IDLE_MILLIS);
        } else {
            connection.closeGracefully();
        }
    }

    /**
     * Closes a connection instead of giving it back. Its place is free for others before the last event.
     *
     * @param connection the connection; nothing happens if it went back before
     * @param events receives the closing (R-SEQ-13)
     */
    public void discard(Connection connection, ConnectionEvents events) {
        if (state.keyOf(connection) == null) {
            return;
        }
        connection.unbind();
        try {
            events.closingConnection();
        } finally {
            connection.closeGracefully();
            state.forget(connection);
        }
        events.connectionClosed();
    }

    /**
     * Lets a connection go on outside the pool; whoever has it closes it. It counts for no limit any more.
     *
     * @param connection a leased connection
     */
    public void detach(Connection connection) {
        state.forget(connection);
    }

    /**
     * Remembers for two minutes what version a server speaks, as old servers have their own limit (R-LIMIT-1).
     *
     * @param connection a leased connection to it
     * @param http10 whether its last answer was HTTP/1.0
     */
    public void noteVersion(Connection connection, boolean http10) {
        state.noteVersion(connection, http10);
    }

    /**
     * Lets several exchanges share a connection. It gives way to others once none of them uses it, as idle connections
     * do.
     *
     * @param connection a leased connection, which goes back by {@link #discard}
     * @param use says whether it is used
     */
    public void share(Connection connection, SharedUse use) {
        state.share(connection, use);
    }

    /**
     * Returns whether somebody waits for a connection to the same server.
     *
     * @param connection a leased connection
     * @return whether closing it would let a lease go on
     */
    public boolean isWanted(Connection connection) {
        return state.isWanted(connection);
    }

    /** Lets waiting leases go on where a limit was raised (R-LIMIT-3). */
    public void limitsChanged() {
        state.limitsChanged();
    }

    /** Closes all idle connections, shared ones that nobody uses included (R-SEQ-14). */
    public void closeIdle() {
        state.takeUnused().forEach(PoolEntry::close);
        state.takeIdleSince(Long.MAX_VALUE).forEach(entry -> entry.connection.closeGracefully());
    }

    /** Closes all idle connections and ends all waiting; connections that are in use are closed when they come back. */
    @Override
    public void close() {
        state.close();
        closeIdle();
        dialer.close();
    }

    private boolean isUsable(PoolEntry entry) {
        Connection connection = entry.connection;
        if (entry.proven && clock.millis() - entry.idleSince <= UNPROBED_MILLIS) {
            return !connection.isClosed();
        }
        entry.proven = connection.isIdleAndOpen();
        return entry.proven;
    }

    /**
     * Closes a dead connection; returns the next to try, or null if another may be opened in its stead. That the server
     * has closed is no event (R-SEND-22, R-SEND-23).
     */
    private @Nullable PoolEntry skip(PoolEntry dead, LeaseOptions options) {
        ConnectionEvents events = dead.connection.closedByPeer() ? ConnectionEvents.SILENT : options.events();
        boolean done = false;
        try {
            events.closingConnection();
            dead.connection.closeGracefully();
            events.connectionClosed();
            done = true;
        } finally {
            if (!done) {
                dead.connection.closeGracefully();
                state.forget(dead.connection);
            }
        }
        return state.replace(dead);
    }

    private Connection reuse(Connection connection, LeaseOptions options) throws IOException {
        try {
            connection.beginLease(true, options.timeouts(), options.cancellation());
            dialer.traffic().connectionReused();
            return connection;
        } catch (IOException e) {
            discard(connection, options.events());
            throw options.cancellation().explain(e);
        }
    }

    private Connection open(ConnectionKey key, LeaseOptions options) throws IOException {
        Connection connection = null;
        boolean done = false;
        try {
            Endpoint server = key.endpoint();
            connection = dialer.connect(
                    server.host(), server.port(), options.timeouts(), options.events(), options.cancellation());
            state.opened(new PoolEntry(key, connection, options));
            connection.beginLease(false, options.timeouts(), options.cancellation());
            if (options.tunnel() != null) {
                options.tunnel().open(connection);
            }
            if (key.secure()) {
                TlsPolicy policy = options.tls() == null ? TlsPolicy.STRICT : options.tls();
                tls.secure(connection, key.origin(), policy, options.timeouts());
            }
            options.cancellation().check();
            done = true;
            return connection;
        } catch (IOException e) {
            throw options.cancellation().explain(e);
        } finally {
            if (!done) {
                abandon(key, connection, options.events());
            }
        }
    }

    private void abandon(ConnectionKey key, @Nullable Connection connection, ConnectionEvents events) {
        if (connection == null) {
            state.openFailed(key);
        } else {
            discard(connection, events);
        }
    }

    /** Returns what counts the connections. */
    public Traffic traffic() {
        return dialer.traffic();
    }

    /** How many servers are known, for tests. */
    int servers() {
        return state.size();
    }

    /** Returns what a connection was leased for, for tests. */
    @Nullable
    ConnectionKey keyOf(Connection connection) {
        return state.keyOf(connection);
    }

    int waiting(ConnectionKey key) {
        return state.waiting(key.endpoint());
    }

    /** Returns what ends waits that take too long. */
    public Watchdog watchdog() {
        return watchdog;
    }
}
