package io.github.wininet4j.engine;

import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.cache.api.CacheFamilies;
import io.github.wininet4j.engine.call.UnsupportedFamily;
import io.github.wininet4j.engine.cookie.CookieApi;
import io.github.wininet4j.engine.cookie.PrivacyApi;
import io.github.wininet4j.engine.dial.DialApi;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.ftp.FtpApi;
import io.github.wininet4j.engine.ftp.FtpConnectNode;
import io.github.wininet4j.engine.ftp.FtpUrlOpener;
import io.github.wininet4j.engine.gopher.GopherApi;
import io.github.wininet4j.engine.gopher.GopherConnectNode;
import io.github.wininet4j.engine.gopher.GopherUrlOpener;
import io.github.wininet4j.engine.http.HttpApi;
import io.github.wininet4j.engine.http.HttpConnectNode;
import io.github.wininet4j.engine.http.HttpUrlOpener;
import io.github.wininet4j.engine.http.PromptApi;
import io.github.wininet4j.engine.http.RequestFactory;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.option.OptionTable;
import io.github.wininet4j.engine.proxy.ProxyApi;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.OptionApi;
import io.github.wininet4j.engine.session.ServiceOpener;
import io.github.wininet4j.engine.session.SessionApi;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.engine.time.TimeApi;
import io.github.wininet4j.engine.transfer.FileLocks;
import io.github.wininet4j.engine.transfer.TransferApi;
import io.github.wininet4j.engine.transfer.UrlOpener;
import io.github.wininet4j.engine.url.UrlApi;
import io.github.wininet4j.engine.websocket.WebSocketApi;
import io.github.wininet4j.engine.work.Lazy;
import io.github.wininet4j.function.DialFunctions;
import io.github.wininet4j.function.GopherFunctions;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of one engine, family by family, each made at the first call of one of its functions. */
final class EngineFamilies implements Function<Class<?>, Object> {
    private final EngineServices state;
    private final FileLocks locks = new FileLocks();
    private final Lazy<RequestFactory> requests;
    private final Lazy<CacheFamilies> caching;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final ReentrantLock making = new ReentrantLock();

    EngineFamilies(EngineServices state, Opener exchanges) {
        this.state = state;
        this.requests = new Lazy<>(() -> new RequestFactory(state, exchanges));
        this.caching = new Lazy<>(
                () -> new CacheFamilies(state.cache(), state.folder().path().resolve("cookies")));
    }

    @Override
    public Object apply(Class<?> family) {
        making.lock();
        try {
            Object known = made.get(family);
            if (known == null) {
                known = make(family);
                made.put(family, known);
            }
            return known;
        } finally {
            making.unlock();
        }
    }

    /** By name, since a switch costs a program's first call nothing, and a map of lambdas a class for each. */
    private Object make(Class<?> family) {
        return switch (family.getSimpleName()) {
            case "SessionFunctions" -> new SessionApi(state, this::service);
            case "OptionFunctions" -> new OptionApi(state, new OptionTable(() -> Engine.optionRows(state)));
            case "TransferFunctions" -> new TransferApi(state, urls(), locks);
            case "HttpFunctions" -> new HttpApi(state, requests.get());
            case "WebSocketFunctions" -> new WebSocketApi(state);
            case "UrlFunctions" -> new UrlApi();
            case "TimeFunctions" -> new TimeApi(state.config().clock());
            case "DialFunctions" -> new DialApi(state);
            case "CookieFunctions" -> new CookieApi(state.cookies(), state.threads());
            case "PrivacyFunctions" -> new PrivacyApi(state.cookies().policy());
            case "GopherFunctions" -> gopherFunctions();
            case "FtpFunctions" -> new FtpApi(state);
            case "UrlCacheFunctions" -> caching.get().entries();
            case "UrlCacheGroupFunctions" -> caching.get().groups();
            case "UrlCacheContainerFunctions" -> caching.get().containers();
            case "ProxyFunctions" ->
                new ProxyApi(
                        state.chooser(),
                        handle ->
                                state.handles().find(handle, SessionNode.class).proxyAccess(),
                        state::rereadProxies);
            case "PromptFunctions" -> new PromptApi(state);
            default -> throw new IllegalArgumentException("no implementation of " + family);
        };
    }

    /** What InternetConnect opens, by service; null for none that there is. */
    private @Nullable ServiceOpener service(int service) {
        return switch (service) {
            case ServiceType.INTERNET_SERVICE_HTTP -> HttpConnectNode::new;
            case ServiceType.INTERNET_SERVICE_FTP ->
                (session, host, port, credentials, flags, context) ->
                        FtpConnectNode.of(state, session, host, port, credentials, flags, context);
            case ServiceType.INTERNET_SERVICE_GOPHER ->
                (session, host, port, credentials, flags, context) -> {
                    requireGopher();
                    return new GopherConnectNode(session, host, port, credentials, flags, context);
                };
            default -> null;
        };
    }

    /** What InternetOpenUrl opens, by scheme. */
    private Map<String, UrlOpener> urls() {
        UrlOpener http = new HttpUrlOpener(state, requests.get());
        Lazy<UrlOpener> ftp = new Lazy<>(() -> new FtpUrlOpener(state, http));
        return Map.of(
                "http",
                http,
                "https",
                http,
                "ftp",
                (session, url, headers, flags, context) -> ftp.get().open(session, url, headers, flags, context),
                "gopher",
                (session, url, headers, flags, context) -> {
                    requireGopher();
                    return new GopherUrlOpener(state, http).open(session, url, headers, flags, context);
                });
    }

    /** Gopher is gone from later Windows (R-GOPHER-9, R-PROJ-URL-1). */
    private Object gopherFunctions() {
        return hasGopher()
                ? new GopherApi(state)
                : UnsupportedFamily.of(GopherFunctions.class, WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND);
    }

    private boolean hasGopher() {
        return state.config().switches().contains(CompatibilitySwitch.GOPHER);
    }

    private void requireGopher() {
        if (!hasGopher()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND);
        }
    }

    /** Ends what dial-up functions have opened. */
    void closeConnections() {
        if (known(DialFunctions.class) instanceof DialApi dial) {
            dial.close();
        }
    }

    /** Closes the rest of what was made; nothing works any more. */
    void close() {
        locks.releaseAll();
        CacheFamilies functions = caching.known();
        if (functions != null) {
            functions.close();
        }
        UrlCache cache = state.cacheOnDemand().known();
        if (cache != null) {
            cache.close();
        }
    }

    private @Nullable Object known(Class<?> family) {
        making.lock();
        try {
            return made.get(family);
        } finally {
            making.unlock();
        }
    }
}
