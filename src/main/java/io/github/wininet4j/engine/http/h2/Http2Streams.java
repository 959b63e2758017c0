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
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
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

    /**
     * Creates the factory.
     *
     * @param http1 opens what does not speak HTTP/2
     * @param pool where connections go back to
     * @param shared the connections that speak HTTP/2
     * @param workers where those are read
     */
    public Http2Streams(Http1Streams http1, ConnectionPool pool, SharedConnections shared, Executor workers) {
        this.http1 = http1;
        this.pool = pool;
        this.shared = shared;
        this.workers = workers;
    }

    @Override
    public HttpStream open(HttpUrl url, Route route, StreamOptions options, boolean fresh) throws IOException {
        if (!options.offersHttp2()) {
            return http1.open(url, route, options, fresh);
        }
        ConnectionKey key = Http1Streams.key(url, route, options);
        if (!shared.mayOffer(key)) {
            return http1.open(url, route, options.withoutHttp2(), fresh);
        }
        Http2Connection known = shared.join(key, options);
        return known != null ? stream(known, options, true) : connect(key, url, route, options, fresh);
    }

    /** Makes a connection, for others as well if the server chooses HTTP/2. */
    private HttpStream connect(ConnectionKey key, HttpUrl url, Route route, StreamOptions options, boolean fresh)
            throws IOException {
        Http2Connection made = null;
        boolean done = false;
        try {
            Connection connection = http1.lease(url, route, options, fresh);
            TlsFindings tls = connection.findings();
            if (tls == null || !tls.http2()) {
                shared.refused(key);
                done = true;
                return http1.on(connection, route, options);
            }
            made = begin(key, connection);
            Http2Stream stream = reserved(made, options);
            done = true;
            return stream;
        } finally {
            shared.settled(key, done ? made : null);
        }
    }

    private static Http2Stream reserved(Http2Connection made, StreamOptions options) throws IOException {
        if (!made.tryReserve()) {
            throw new IOException("the server allows no stream");
        }
        return stream(made, options, false);
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
        Http2Connection.Owner owner = new Http2Connection.Owner() {
            @Override
            public void roomChanged() {
                shared.roomChanged();
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
        };
        Http2Connection begun = null;
        try {
            begun = Http2Connection.begin(connection, owner, workers);
            return begun;
        } finally {
            if (begun == null) {
                pool.discard(connection, ConnectionEvents.SILENT);
            }
        }
    }
}
