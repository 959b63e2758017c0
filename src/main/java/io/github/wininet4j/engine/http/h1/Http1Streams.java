package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.http.stream.StreamFactory;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.ConnectionLimits;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.pool.LeaseOptions;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;

/** Opens HTTP/1.1 streams, each on a connection of the pool that it has for itself. */
public final class Http1Streams implements StreamFactory {
    private final ConnectionPool pool;
    private final ConnectionLimits limits;
    private final ConnectionLimits proxyLimits;

    /**
     * Creates the factory.
     *
     * @param pool where connections come from
     * @param limits how many a server may have
     * @param proxyLimits how many a proxy may have (R-LIMIT-5)
     */
    public Http1Streams(ConnectionPool pool, ConnectionLimits limits, ConnectionLimits proxyLimits) {
        this.pool = pool;
        this.limits = limits;
        this.proxyLimits = proxyLimits;
    }

    @Override
    public HttpStream open(HttpUrl url, Route route, StreamOptions options, boolean fresh) throws IOException {
        return on(lease(url, route, options, fresh), route, options);
    }

    /**
     * Takes a connection for a stream.
     *
     * @param url what will be asked for
     * @param route the way there
     * @param options options of the stream
     * @param fresh true to leave connections aside that served before
     * @return the connection
     * @throws IOException if connecting fails
     */
    public Connection lease(HttpUrl url, Route route, StreamOptions options, boolean fresh) throws IOException {
        LeaseOptions lease = new LeaseOptions(
                route.proxy() == null ? limits : proxyLimits,
                options.timeouts(),
                options.offeredTls(),
                options.events(),
                options.cancellation(),
                route.tunnel(),
                fresh);
        return pool.lease(key(url, route, options), lease);
    }

    /**
     * Opens a stream on a connection that was taken for it.
     *
     * @param connection the connection
     * @param route the way it goes
     * @param options options of the stream
     * @return the stream
     */
    public HttpStream on(Connection connection, Route route, StreamOptions options) {
        return new Http1Stream(pool, connection, options, route.isForwarded());
    }

    /**
     * Returns what a connection has to fit.
     *
     * @param url what will be asked for
     * @param route the way there
     * @param options options of the stream
     * @return the key
     */
    public static ConnectionKey key(HttpUrl url, Route route, StreamOptions options) {
        Endpoint proxy = route.proxy();
        if (proxy != null && route.isForwarded()) {
            return new ConnectionKey(proxy.host(), proxy.port(), false, "plain", null, options.user());
        }
        TlsPolicy tls = options.offeredTls();
        Object identity = tls == null ? "plain" : tls;
        return new ConnectionKey(url.host(), url.port(), url.secure(), identity, proxy, options.user());
    }
}
