package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.h1.Http1Streams;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.http.stream.StreamFactory;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.pool.SharedUse;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Opens streams over HTTP/2 where the program allows it and the server chooses it in the TLS handshake, else over
 * HTTP/1.1 (R-H2-1, R-PROJ-H2-1).
 */
public final class Http2Streams implements StreamFactory {
    private final Http1Streams http1;
    private final ConnectionPool pool;
    private final SharedConnections shared;
    private final Executor workers;
    private final InstantSource clock;

    /**
     * Creates the factory.
     *
     * @param http1 opens what does not speak HTTP/2
     * @param pool where connections go back to
     * @param shared the connections that speak HTTP/2
     * @param workers where those are read
     * @param clock says how long a server was silent
     */
    public Http2Streams(
            Http1Streams http1, ConnectionPool pool, SharedConnections shared, Executor workers, InstantSource clock) {
        this.http1 = http1;
        this.pool = pool;
        this.shared = shared;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public HttpStream open(HttpUrl url, Route route, StreamOptions options, boolean fresh) throws IOException {
        if (!options.offersHttp2()) {
            return http1.open(url, route, options, fresh);
        }
        // From here on it may have to wait for frames that others read.
        WorkerThreads.beforeBlocking();
        ConnectionKey key = Http1Streams.key(url, route, options);
        if (!shared.mayOffer(key)) {
            return http1.open(url, route, options.withoutHttp2(), fresh);
        }
        Http2Connection known = shared.join(key, options);
        while (known != null && !isAlive(known, options)) {
            known = shared.join(key, options);
        }
        return known != null ? shared(known, options) : connect(key, url, route, options, fresh);
    }

    /** Asks a server that was silent for long, before a request is lost on a dead connection (R-PROJ-H2-5). */
    private static boolean isAlive(Http2Connection reserved, StreamOptions options) throws IOException {
        boolean alive = false;
        try {
            alive = reserved.answers(options.timeouts().connectMillis());
            return alive;
        } finally {
            if (!alive) {
                reserved.giveUp();
            }
        }
    }

    /**
     * Makes a connection, for others as well if the server chooses HTTP/2; they have it even if this request gets no
     * stream on it.
     */
    private HttpStream connect(ConnectionKey key, HttpUrl url, Route route, StreamOptions options, boolean fresh)
            throws IOException {
        Http2Connection made = null;
        boolean reserved = false;
        try {
            Connection connection = http1.lease(url, route, options, fresh);
            TlsFindings tls = connection.findings();
            if (tls == null || !tls.http2()) {
                shared.refused(key);
                return http1.on(connection, route, options);
            }
            made = begin(key, connection);
            reserved = made.tryReserve();
        } finally {
            shared.settled(key, made);
        }
        return made != null && reserved ? stream(made, options, false) : shared(awaited(key, options), options);
    }

    /** Waits for a stream of a server that began with allowing none (R-PROJ-H2-1). */
    private Http2Connection awaited(ConnectionKey key, StreamOptions options) throws IOException {
        Http2Connection known = shared.join(key, options);
        if (known == null) {
            // It has ended without a stream, and so would the next one.
            shared.settled(key, null);
            throw new IOException("the server allows no stream");
        }
        return known;
    }

    /** Opens a stream on a connection that others use or have used. */
    private Http2Stream shared(Http2Connection reserved, StreamOptions options) throws IOException {
        Http2Stream made = stream(reserved, options, true);
        pool.traffic().connectionReused();
        return made;
    }

    private static Http2Stream stream(Http2Connection reserved, StreamOptions options, boolean reused)
            throws IOException {
        Http2Stream made = null;
        try {
            made = new Http2Stream(reserved, options, reused);
            return made;
        } finally {
            if (made == null) {
                reserved.giveUp();
            }
        }
    }

    private Http2Connection begin(ConnectionKey key, Connection connection) throws IOException {
        Http2Connection begun = null;
        try {
            begun = Http2Connection.begin(connection, new Sharing(key), workers, clock);
            pool.share(connection, new Use(begun));
            return begun;
        } finally {
            if (begun == null) {
                pool.discard(connection, ConnectionEvents.SILENT);
            }
        }
    }

    /** What the pool may ask of a connection that is shared. */
    private record Use(Http2Connection connection) implements SharedUse {
        @Override
        public boolean retireIfUnused() {
            return connection.retireIfUnused();
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** Tells the others what becomes of a connection. */
    private final class Sharing implements Http2Owner {
        private final ConnectionKey key;

        Sharing(ConnectionKey key) {
            this.key = key;
        }

        @Override
        public void streamEnded() {
            shared.streamEnded(key);
        }

        @Override
        public void roomChanged() {
            shared.roomChanged(key);
        }

        /** Somebody waits who cannot use this connection, and may have one of his own instead (R-LIMIT-2). */
        @Override
        public void unused(Http2Connection connection) {
            if (pool.isWanted(connection.connection()) && connection.retireIfUnused()) {
                connection.close();
            }
        }

        @Override
        public void retired(Http2Connection connection) {
            shared.retired(key, connection);
        }

        @Override
        public void refusedProtocol() {
            shared.refused(key);
        }

        @Override
        public void discard(Connection connection) {
            pool.discard(connection, ConnectionEvents.SILENT);
        }
    }
}
