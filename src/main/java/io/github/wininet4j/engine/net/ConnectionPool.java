package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Connections by server: opens them up to the server's limit, lets further requests wait in order (R-LIMIT-1, R-LIMIT-2), and keeps
 * those that can carry another exchange for a minute (R-TIMEOUT-8).
 *
 * <p>Opening, closing and asking a socket whether it is alive happen outside the lock, by the thread that leases or gives back. A
 * single background task closes what nobody asks for any more; it runs only while there is something to watch.
 */
public final class ConnectionPool implements AutoCloseable {
    /** A connection that was idle for less is taken to be alive; if it is not, the request's retry finds out (R-SEND-15). */
    private static final long TRUSTED_MILLIS = 2_000;

    /**
     * One that was idle for no longer is not even looked at: what the other end says so late can come after the look as well, and the
     * look is a tenth of what a small request costs.
     */
    private static final long UNSEEN_MILLIS = 1;

    private final Dialer connector;
    private final TlsConnector tls;
    private final InstantSource clock;
    private final PoolState books;
    private final Housekeeper housekeeper;

    /**
     * Creates an empty pool.
     *
     * @param connector makes connections
     * @param clock tells how long connections were idle and at what time certificates must be valid
     * @param background runs the one background task, which ends by itself and promptly once the pool is closed
     */
    public ConnectionPool(Dialer connector, InstantSource clock, Executor background) {
        this.connector = connector;
        this.clock = clock;
        this.tls = new TlsConnector(clock);
        this.books = new PoolState(clock);
        this.housekeeper = new Housekeeper(books, background);
    }

    /**
     * Gets a connection: the most recently used idle one, else a new one, else the first that becomes free or possible after those who
     * asked before. The connection stays attached to the cancellation, and is to go back by {@link #giveBack} or {@link #discard}.
     *
     * @param key what it must fit
     * @param terms how it may be had
     * @return a connection whose tunnel and TLS stand
     * @throws CancelledIoException if cancelled, or the pool is closed
     * @throws TlsFailure if TLS or the certificate is at fault
     * @throws IOException what connecting failed with
     */
    public Connection lease(ConnectionKey key, LeaseOptions terms) throws IOException {
        terms.cancellation().check();
        List<Connection> doomed = new ArrayList<>(0);
        Connection candidate;
        try {
            candidate = books.acquire(key, terms, doomed);
        } finally {
            doomed.forEach(Connection::closeOrderly);
        }
        while (candidate != null) {
            if (isUsable(candidate)) {
                return reuse(candidate, terms);
            }
            candidate = skip(candidate, terms.events());
        }
        return open(key, terms);
    }

    /**
     * Takes a connection back whose last response was read to its end. It serves who waits, or becomes idle, or is closed in silence
     * if nothing can be done with it.
     *
     * @param connection the connection
     */
    public void giveBack(Connection connection) {
        boolean usable = connection.unbind()
                && !connection.isClosed()
                && connection.input().length() == 0
                && !connection.input().ended();
        if (!usable) {
            connection.closeOrderly();
            books.forget(connection);
        } else if (books.keep(connection)) {
            housekeeper.startIfNeeded();
        } else {
            connection.closeOrderly();
        }
    }

    /**
     * Closes a connection instead of giving it back. Its place is free for others before the last event.
     *
     * @param connection the connection; nothing happens if it went back before
     * @param events hears of the closing (R-SEQ-13)
     */
    public void discard(Connection connection, ConnectionEvents events) {
        if (!books.isLeased(connection)) {
            return;
        }
        connection.unbind();
        housekeeper.unwatch(connection);
        try {
            events.closingConnection();
        } finally {
            connection.closeOrderly();
            books.forget(connection);
        }
        events.connectionClosed();
    }

    /**
     * Remembers for two minutes what version a server speaks, as old servers have their own limit (R-LIMIT-1).
     *
     * @param key a connection's key
     * @param http10 whether its last answer was HTTP/1.0
     */
    public void noteVersion(ConnectionKey key, boolean http10) {
        books.note(key, http10);
    }

    /** Lets waiting leases go on where a limit was raised (R-LIMIT-3). */
    public void limitsChanged() {
        books.limitsChanged();
    }

    /** Closes all idle connections (R-SEQ-14). */
    public void closeIdle() {
        books.takeIdleSince(Long.MAX_VALUE).forEach(Connection::closeOrderly);
    }

    /** Closes all idle connections and ends all waiting; connections that are in use are closed when they come back. */
    @Override
    public void close() {
        books.close();
        housekeeper.wake();
        closeIdle();
        connector.close();
    }

    private boolean isUsable(Connection connection) {
        long idle = clock.millis() - connection.place.idleSince;
        boolean trusted = idle <= UNSEEN_MILLIS || (idle < TRUSTED_MILLIS && !connection.wasTalkedTo());
        return trusted ? !connection.isClosed() : connection.isAlive();
    }

    /** Closes a dead connection; returns the next to try, or null if its place is there to open one. */
    private @Nullable Connection skip(Connection dead, ConnectionEvents events) {
        boolean done = false;
        try {
            events.closingConnection();
            dead.closeOrderly();
            events.connectionClosed();
            done = true;
        } finally {
            if (!done) {
                dead.closeOrderly();
                books.forget(dead);
            }
        }
        return books.replace(dead);
    }

    private Connection reuse(Connection connection, LeaseOptions terms) throws IOException {
        try {
            begin(connection, terms, true);
            return connection;
        } catch (IOException e) {
            discard(connection, terms.events());
            throw terms.cancellation().translate(e);
        }
    }

    private void begin(Connection connection, LeaseOptions terms, boolean reused) throws IOException {
        connection.beginLease(reused, terms.timeouts());
        connection.bind(terms.cancellation());
    }

    private Connection open(ConnectionKey key, LeaseOptions terms) throws IOException {
        Connection connection = null;
        boolean done = false;
        try {
            Endpoint server = key.endpoint();
            Socket socket = connector.connect(
                    server.host(), server.port(), terms.timeouts(), terms.events(), terms.cancellation(), housekeeper);
            connection = new Connection(key, socket, housekeeper);
            books.opened(connection, terms.limits());
            begin(connection, terms, false);
            if (terms.tunnel() != null) {
                terms.tunnel().open(connection);
            }
            if (key.secure()) {
                tls.secure(connection, terms.tls() == null ? TlsPolicy.STRICT : terms.tls(), terms.timeouts());
            }
            terms.cancellation().check();
            done = true;
            return connection;
        } catch (IOException e) {
            throw terms.cancellation().translate(e);
        } finally {
            if (!done) {
                abandon(key, connection, terms.events());
            }
        }
    }

    private void abandon(ConnectionKey key, @Nullable Connection connection, ConnectionEvents events) {
        if (connection == null) {
            books.release(key);
        } else {
            discard(connection, events);
        }
    }

    /** How many servers are known, for tests. */
    int servers() {
        return books.size();
    }

    int waiting(ConnectionKey key) {
        return books.waiting(key.endpoint());
    }

    Housekeeper housekeeper() {
        return housekeeper;
    }
}
