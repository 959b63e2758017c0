package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.option.ServerPolicies;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.util.List;
import java.util.Set;

/** The layers of an exchange, outermost first. */
public final class Exchanges implements Opener, AutoCloseable {
    /** Keeps nothing. */
    public static final Layer NO_CACHE = (request, below) -> below.open(request);

    private final Opener outermost;
    private final Inflaters inflaters;

    /**
     * Nests layers.
     *
     * @param layers the layers, outermost first
     * @param innermost what lies below the last one
     */
    public Exchanges(List<Layer> layers, Opener innermost) {
        this(layers, innermost, new Inflaters());
    }

    private Exchanges(List<Layer> layers, Opener innermost, Inflaters inflaters) {
        this.inflaters = inflaters;
        Opener opener = innermost;
        for (int i = layers.size() - 1; i >= 0; i--) {
            opener = over(layers.get(i), opener);
        }
        this.outermost = opener;
    }

    private static Opener over(Layer layer, Opener below) {
        return request -> layer.open(request, below);
    }

    /**
     * Nests the layers of the engine.
     *
     * @param network the way to the servers
     * @param servers what is set for servers
     * @param cookies the cookie jar
     * @param switches departures from the default behaviour
     * @param cache answers from the cache and keeps responses
     * @return the nest
     */
    public static Exchanges of(
            Network network,
            ServerPolicies servers,
            CookieJar cookies,
            Set<CompatibilitySwitch> switches,
            Layer cache) {
        Inflaters inflaters = new Inflaters();
        return new Exchanges(
                List.of(
                        // Follows 3xx responses and HSTS; each hop is a request of its own for all that lies below.
                        (request, below) -> new RedirectingExchange(request, below, network.trust(), switches),
                        // Asks for WebSocket on each hop.
                        (request, below) ->
                                request.upgrades() ? new UpgradingExchange(request, below) : below.open(request),
                        // Completes the request head with what WinInet generates.
                        (request, below) -> below.open(GeneratedHeaders.complete(request)),
                        // Keeps what decoding made of a response and hands it out as it was kept (R-CACHE-10).
                        cache,
                        // Refuses what the cache would have had to answer.
                        (request, below) ->
                                OfflineRefusal.applies(request, servers) ? new OfflineRefusal() : below.open(request),
                        // Undoes gzip and deflate.
                        decoding(inflaters),
                        // Answers 401 and 407; it repeats what lies below, so that the next leg has a 401's cookies.
                        (request, below) -> AuthenticatingExchange.applies(request)
                                ? new AuthenticatingExchange(request, below)
                                : below.open(request),
                        // Adds the jar's cookies to each leg and puts those of its response into the jar.
                        (request, below) -> new CookieExchange(request, below, cookies)),
                // Finds a way, connects, sends and receives; tries once more if a pooled connection had gone stale.
                network,
                inflaters);
    }

    /** Undoes gzip and deflate, if option 65 asks for it. */
    static Layer decoding(Inflaters inflaters) {
        return (request, below) -> DecodingExchange.applies(request)
                ? new DecodingExchange(request, below, inflaters)
                : below.open(request);
    }

    @Override
    public HttpExchange open(Request request) {
        return outermost.open(request);
    }

    /** Frees what is kept from one exchange for the next. */
    @Override
    public void close() {
        inflaters.close();
    }
}
