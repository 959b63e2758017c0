package io.github.wininet4j.engine.http.proxy;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.RouteFinder;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.pool.SocksTunnel;
import io.github.wininet4j.engine.proxy.ProxyChooser;
import io.github.wininet4j.engine.proxy.ProxyServer;
import io.github.wininet4j.engine.proxy.ProxyTarget;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes routes of the ways that the settings name. */
public final class ProxyRoutes implements RouteFinder {
    /** The ways of most requests. */
    private static final List<Route> DIRECT = List.of(Route.DIRECT);

    private final ProxyChooser chooser;
    private final NameResolver resolver;

    /**
     * Creates the finder.
     *
     * @param chooser chooses the ways
     * @param resolver resolves names for SOCKS version 4
     */
    public ProxyRoutes(ProxyChooser chooser, NameResolver resolver) {
        this.chooser = chooser;
        this.resolver = resolver;
    }

    @Override
    public List<Route> routes(Request request) throws IOException {
        if (request.context().proxies().isDirect()) {
            return DIRECT;
        }
        HttpUrl url = request.url();
        ProxyTarget target = new ProxyTarget(url.scheme().text(), url.host(), url.port(), url.toString());
        List<ProxyServer> servers = chooser.choose(
                request.context().proxies(),
                target,
                request.context().events()::detectingProxy,
                request.context().cancellation());
        List<Route> routes = new ArrayList<>();
        for (ProxyServer server : servers) {
            switch (server.kind()) {
                case DIRECT -> routes.add(Route.DIRECT);
                case HTTP -> routes.add(byHttp(request, server));
                case SOCKS ->
                    routes.add(new Route(
                            endpoint(server), new SocksTunnel(new Endpoint(url.host(), url.port()), resolver)));
                case FTP_GATEWAY -> {
                    // It speaks another protocol.
                }
            }
        }
        if (routes.isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_PROXY_REQUEST);
        }
        return routes;
    }

    private static Route byHttp(Request request, ProxyServer server) {
        Endpoint proxy = endpoint(server);
        // A proxy that reads requests would not pass on what follows an upgrade (RFC 6455 section 4.1).
        return new Route(proxy, request.url().secure() || request.upgrades() ? new HttpTunnel(request, proxy) : null);
    }

    private static Endpoint endpoint(ProxyServer server) {
        return new Endpoint(server.host(), server.port());
    }
}
