package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Layer;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.net.Traffic;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.ServerPolicies;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Answers requests from the cache and keeps responses there; decides which of it before anything is sent. */
public final class CacheLayer implements Layer {
    private final UrlCache cache;
    private final ServerPolicies servers;
    private final Watchdog watchdog;
    private final Traffic traffic;
    private final BooleanSupplier checksEdited;
    private final ResponseStore store;

    /**
     * Creates the layer.
     *
     * @param cache where responses are kept
     * @param servers says whether the network may be used
     * @param watchdog ends what takes longer than the copy may be waited for
     * @param traffic counts what the cache had
     * @param checksEdited whether entries that a program edited are compared with the server (R-OPTN-64)
     * @param sparesSecure whether responses that came by TLS are not kept (R-CACHE-2)
     */
    public CacheLayer(
            UrlCache cache,
            ServerPolicies servers,
            Watchdog watchdog,
            Traffic traffic,
            BooleanSupplier checksEdited,
            boolean sparesSecure) {
        this.cache = cache;
        this.servers = servers;
        this.watchdog = watchdog;
        this.traffic = traffic;
        this.checksEdited = checksEdited;
        this.store = new ResponseStore(cache, sparesSecure);
    }

    @Override
    public HttpExchange open(Request request, Opener below) {
        boolean upgrades = request.context().settings().get(DwordSetting.UPGRADE_TO_WEB_SOCKET) != 0;
        if (!cache.isOn() || upgrades) {
            return below.open(request);
        }
        return switch (request.verb()) {
            case "GET" -> CacheDemands.isPlain(request) ? get(request, below) : below.open(request);
            case "HEAD", "OPTIONS", "TRACE" -> below.open(request);
            default -> new InvalidatingExchange(request, below.open(request), cache);
        };
    }

    private HttpExchange get(Request request, Opener below) {
        Found found = find(request);
        CacheDemands demands = CacheDemands.of(request, isOffline(request));
        Copy copy = found == null || !demands.reads(found.entry()) ? null : open(found, request);
        if (copy != null && demands.accepts(copy.entry(), cache, checksEdited.getAsBoolean())) {
            traffic.cacheHit();
            return new CachedAnswer(request, copy);
        }
        boolean passes = copy == null && !demands.writes();
        CachingExchange caching =
                passes ? null : new CachingExchange(request, below, store, demands, copy, found != null, watchdog);
        if (caching != null && caching.isConditional()) {
            traffic.cacheValidation();
        } else if (!demands.reload()) {
            traffic.cacheMiss();
        }
        return caching == null ? below.open(request) : caching;
    }

    private boolean isOffline(Request request) {
        boolean ignoresState = request.context().settings().get(DwordSetting.IGNORE_OFFLINE) != 0;
        return request.context().has(InternetFlag.INTERNET_FLAG_FROM_CACHE) || (servers.isOffline() && !ignoresState);
    }

    private @Nullable Found find(Request request) {
        if (!RequestKey.mayHave(cache, request)) {
            return null;
        }
        try {
            return cache.find(RequestKey.of(request));
        } catch (IOException e) {
            // What cannot be read is not there.
            cache.complain(e);
            return null;
        }
    }

    private @Nullable Copy open(Found found, Request request) {
        try {
            return Copy.open(cache, found, request);
        } catch (IOException e) {
            cache.complain(e);
            return null;
        }
    }
}
