package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one engine that speak HTTP/2, one for each server and user. The first request connects while
 * others wait for what becomes of that; so one connection counts once against the limit (R-PROJ-H2-1).
 */
public final class SharedConnections implements AutoCloseable {
    private static final int MAX_REFUSALS = 1_000;

    private static final class Place {
        @Nullable
        Http2Connection connection;

        boolean connecting;
        int waiting;
        final Condition changed;

        Place(Condition changed) {
            this.changed = changed;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private final Map<ConnectionKey, Place> places = new HashMap<>();
    private final Set<ConnectionKey> refusals = new LinkedHashSet<>();
    private boolean closed;

    /** Creates an empty collection. */
    public SharedConnections() {}

    /** Returns whether HTTP/2 is worth an offer: true unless the server has chosen HTTP/1.1 before. */
    boolean mayOffer(ConnectionKey key) {
        lock.lock();
        try {
            return !refusals.contains(key);
        } finally {
            lock.unlock();
        }
    }

    /** The server chose HTTP/1.1, or wants it. */
    void refused(ConnectionKey key) {
        lock.lock();
        try {
            refusals.add(key);
            if (refusals.size() > MAX_REFUSALS) {
                refusals.remove(refusals.iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reserves a stream on the connection to a server; waits while another request connects or all streams are in use.
     *
     * @param key the server
     * @param options of the stream to be
     * @return the connection, or null if the caller is to connect and then to call {@link #settled}
     * @throws SocketTimeoutException if that takes longer than the connect timeout
     * @throws CancelledIoException if the request is cancelled, or the engine closed
     */
    @Nullable
    Http2Connection join(ConnectionKey key, StreamOptions options) throws IOException {
        Closeable wake = options.cancellation().onCancel(() -> wakeAll(key));
        lock.lock();
        try {
            check(options);
            Place place = places.computeIfAbsent(key, absent -> new Place(lock.newCondition()));
            // Who comes later does not overtake who waits.
            Http2Connection known = place.waiting == 0 ? reserved(place) : null;
            return known != null || mayConnect(place) ? known : await(key, place, options);
        } finally {
            lock.unlock();
            options.cancellation().detach(wake);
        }
    }

    private void check(StreamOptions options) throws CancelledIoException {
        options.cancellation().check();
        if (closed) {
            throw new CancelledIoException(null);
        }
    }

    private static @Nullable Http2Connection reserved(Place place) {
        Http2Connection known = place.connection;
        return known != null && known.tryReserve() ? known : null;
    }

    /** Whether the caller is to connect, which others then wait for. */
    private static boolean mayConnect(Place place) {
        Http2Connection known = place.connection;
        if (place.connecting || (known != null && !known.isRetired())) {
            return false;
        }
        place.connection = null;
        place.connecting = true;
        return true;
    }

    private @Nullable Http2Connection await(ConnectionKey key, Place place, StreamOptions options) throws IOException {
        long left = Http2Stream.patience(options.timeouts().connectMillis());
        boolean done = false;
        place.waiting++;
        try {
            while (left > 0) {
                left = place.changed.awaitNanos(left);
                check(options);
                Http2Connection known = reserved(place);
                if (known != null || mayConnect(place)) {
                    done = true;
                    return known;
                }
            }
            throw new SocketTimeoutException("no stream became free");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        } finally {
            place.waiting--;
            Http2Connection now = place.connection;
            if (!done || (now != null && now.hasRoom())) {
                // There may be a stream for another one as well.
                place.changed.signal();
            }
            forgetIfEmpty(key, place);
        }
    }

    private void forgetIfEmpty(ConnectionKey key, Place place) {
        if (place.connection == null && !place.connecting && place.waiting == 0) {
            places.remove(key, place);
        }
    }

    private void wakeAll(ConnectionKey key) {
        lock.lock();
        try {
            Place place = places.get(key);
            if (place != null) {
                place.changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says what became of connecting: a connection to share, or null. */
    void settled(ConnectionKey key, @Nullable Http2Connection made) {
        boolean late;
        lock.lock();
        try {
            Place place = places.get(key);
            late = closed;
            if (place != null) {
                place.connecting = false;
                place.connection = made == null || made.isRetired() ? null : made;
                forgetIfEmpty(key, place);
                place.changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (late && made != null) {
            made.close();
        }
    }

    /** A stream has ended: who has waited longest may have another. */
    void streamEnded(ConnectionKey key) {
        lock.lock();
        try {
            Place place = places.get(key);
            if (place != null && place.waiting > 0) {
                place.changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A server allows another number of streams. */
    void roomChanged(ConnectionKey key) {
        wakeAll(key);
    }

    /** A connection takes no more streams. */
    void retired(ConnectionKey key, Http2Connection connection) {
        lock.lock();
        try {
            Place place = places.get(key);
            if (place != null && place.connection == connection) {
                place.connection = null;
                forgetIfEmpty(key, place);
                place.changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many requests wait for a connection to a server or a stream on it, for tests. */
    int waiting(ConnectionKey key) {
        lock.lock();
        try {
            Place place = places.get(key);
            return place == null ? 0 : place.waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Closes all connections, and ends all waiting. */
    @Override
    public void close() {
        List<Http2Connection> all = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            places.values().forEach(place -> {
                if (place.connection != null) {
                    all.add(place.connection);
                }
                place.changed.signalAll();
            });
        } finally {
            lock.unlock();
        }
        all.forEach(Http2Connection::close);
    }
}
