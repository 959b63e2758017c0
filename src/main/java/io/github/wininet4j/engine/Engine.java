package io.github.wininet4j.engine;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.call.Dispatcher;
import io.github.wininet4j.engine.call.EngineBorder;
import io.github.wininet4j.engine.call.ThreadState;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.cookie.CookiePolicy;
import io.github.wininet4j.engine.handle.HandleTable;
import io.github.wininet4j.engine.handle.SlowCloseWarning;
import io.github.wininet4j.engine.http.HttpOptionRows;
import io.github.wininet4j.engine.http.auth.AuthSchemes;
import io.github.wininet4j.engine.http.auth.Authentication;
import io.github.wininet4j.engine.http.auth.CredentialCache;
import io.github.wininet4j.engine.http.auth.CredentialSource;
import io.github.wininet4j.engine.http.auth.JgssPackage;
import io.github.wininet4j.engine.http.cache.CacheLayer;
import io.github.wininet4j.engine.http.exchange.Exchanges;
import io.github.wininet4j.engine.http.exchange.Logons;
import io.github.wininet4j.engine.http.exchange.Network;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.ServerTrust;
import io.github.wininet4j.engine.http.h1.Http1Streams;
import io.github.wininet4j.engine.http.h2.Http2Streams;
import io.github.wininet4j.engine.http.h2.SharedConnections;
import io.github.wininet4j.engine.http.proxy.ProxyRoutes;
import io.github.wininet4j.engine.http.proxy.ScriptDownload;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.HstsHosts;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.tls.Revocation;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.RefusedOptions;
import io.github.wininet4j.engine.option.ServerPolicies;
import io.github.wininet4j.engine.proxy.ProxyChooser;
import io.github.wininet4j.engine.proxy.ProxyDetection;
import io.github.wininet4j.engine.proxy.ProxyScripts;
import io.github.wininet4j.engine.proxy.ProxyStore;
import io.github.wininet4j.engine.proxy.Wpad;
import io.github.wininet4j.engine.proxy.pac.MachineNetwork;
import io.github.wininet4j.engine.proxy.pac.PacSource;
import io.github.wininet4j.engine.proxy.source.DesktopProxies;
import io.github.wininet4j.engine.proxy.source.EnvironmentProxies;
import io.github.wininet4j.engine.proxy.source.FileProxies;
import io.github.wininet4j.engine.proxy.source.FirstProxies;
import io.github.wininet4j.engine.proxy.source.ProgramOutput;
import io.github.wininet4j.engine.session.ConnectOptionRows;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.GlobalOptionRows;
import io.github.wininet4j.engine.session.GlobalOptions;
import io.github.wininet4j.engine.session.HandleOptionRows;
import io.github.wininet4j.engine.session.SessionOptionRows;
import io.github.wininet4j.engine.storage.EngineFolder;
import io.github.wininet4j.engine.storage.FormerFolder;
import io.github.wininet4j.engine.work.Lazy;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.HostPlatform;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.trace.EngineCounters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The pure-Java engine, wired by constructor calls from top to bottom. Start reading here.
 *
 * <p>A call enters through {@code call.EngineBorder}, which has the {@code …Api} class of the function's interface from
 * {@link EngineFamilies} and turns whatever is thrown into the failure value and the thread's last error. The
 * {@code …Api} checks its arguments, finds the node of the handle in {@code handle.HandleTable}, and either answers at
 * once or gives an {@code Operation} to {@code call.Dispatcher}. That runs it on the caller's thread or, in an
 * asynchronous session, on one of {@code work.WorkerThreads} behind {@code ERROR_IO_PENDING}; the same blocking code
 * does the work in both cases, but that a worker may leave a wait to {@code net.SelectorLoop} and go on after it. All
 * statuses leave through {@code handle.StatusNotifier}.
 *
 * <p>An HTTP request is an {@code http.HttpRequestNode}. Sending it opens an exchange: the layers that
 * {@code http.exchange.Exchanges} lists, one for each policy, the network innermost. That takes a
 * {@code http.stream.HttpStream} from a factory, which is handed in here: HTTP/1.1 of {@code http.h1} on connections of
 * {@code net.pool.ConnectionPool}. What is global to a process in WinInet (options of the NULL handle, pool, name
 * cache, cookies) is one {@code session.EngineServices} here.
 */
final class Engine {
    private Engine() {}

    /** What the families of one engine share. */
    static EngineServices newState(WinInetConfig config) {
        Path directory = config.dataDirectory();
        if (directory != null && config.isInUserDirectory()) {
            FormerFolder.take(directory);
        }
        EngineFolder folder = new EngineFolder(config.dataDirectory());
        WorkerThreads workers =
                new WorkerThreads(!config.switches().contains(CompatibilitySwitch.WORKERS_ARE_SYSTEM_THREADS));
        HandleTable handles = new HandleTable();
        ThreadState.Table threads = new ThreadState.Table();
        Dispatcher calls = new Dispatcher(handles, workers, threads, config.completionPolicy(), config.switches());
        Watchdog watchdog = new Watchdog(workers);
        Dialer dialer = new Dialer(config.resolver(), config.clock(), workers, watchdog);
        ConnectionPool pool = new ConnectionPool(dialer, config.clock(), watchdog);
        GlobalOptions options = new GlobalOptions();
        CookieJar cookies = new CookieJar(
                config.clock(),
                folder.lasting("cookies"),
                new CookiePolicy(options::ignoreCookiePolicy),
                options::keepCookiesInMemory,
                config.switches().contains(CompatibilitySwitch.IGNORE_MAX_AGE));
        ProxyStore proxies = new ProxyStore(new Lazy<>(() -> userProxies(config, folder)));
        Authentication authentication = new Authentication(
                new AuthSchemes(config.clock(), () -> securityPackage(config)),
                new CredentialCache(),
                config.switches().contains(CompatibilitySwitch.SERVER_CREDENTIALS_FOR_PROXIES));
        // Scripts are fetched by exchanges of their own, which need no proxy and so no script.
        Lazy<Opener> direct = new Lazy<>(() -> directExchanges(config, pool, options.servers(), cookies));
        ScriptDownload download = new ScriptDownload(
                direct, () -> new Logons(authentication, CredentialSource.NONE), watchdog, ScriptDownload.LIMIT_MILLIS);
        ProxyScripts scripts = new ProxyScripts(
                new PacSource(download), new MachineNetwork(config.resolver(), config.clock()), config.clock());
        ProxyDetection detection = new ProxyDetection(
                ways -> new Wpad(config.resolver(), Wpad.systemDomains(), config.network()).find(ways), config.clock());
        ProxyChooser chooser = new ProxyChooser(proxies, scripts, detection);
        return new EngineServices(
                config,
                folder,
                handles,
                workers,
                threads,
                calls,
                dialer,
                pool,
                options,
                proxies,
                scripts,
                chooser,
                authentication,
                cookies,
                new HstsHosts(config.clock(), new HstsFolder(folder.lasting("hsts"))),
                new Lazy<>(() -> cache(config, folder, workers)));
    }

    /** The cache in the place that the host decided on. */
    private static UrlCache cache(WinInetConfig config, EngineFolder folder, WorkerThreads workers) {
        CachePlace place = config.cache();
        return switch (place.kind()) {
            case SHARED -> new UrlCache(folder.path().resolve("cache"), config.clock(), workers);
            case FOLDER -> new UrlCache(place.folder(), config.clock(), workers);
            case ENGINE -> UrlCache.ofEngine(config.clock(), workers);
            case NONE -> new UrlCache(null, config.clock(), workers);
        };
    }

    private static ProxySettingsSource userProxies(WinInetConfig config, EngineFolder folder) {
        ProxySettingsSource given = config.proxySettings();
        if (given != null) {
            return given;
        }
        return HostPlatform.current()
                .map(HostPlatform::proxySettings)
                .orElseGet(() -> new FileProxies(
                        folder.path().resolve("proxy.properties"),
                        new FirstProxies(
                                new EnvironmentProxies(System.getenv()),
                                new DesktopProxies(
                                        System.getProperty("os.name", ""),
                                        System.getenv(),
                                        ProgramOutput.ofSystem()))));
    }

    private static SecurityPackage securityPackage(WinInetConfig config) {
        SecurityPackage given = config.securityPackage();
        if (given != null) {
            return given;
        }
        SecurityPackage kerberos = new JgssPackage();
        return HostPlatform.current()
                .map(platform -> platform.securityPackage(kerberos))
                .orElse(kerberos);
    }

    private static ServerTrust trust(WinInetConfig config, HstsHosts strictHosts) {
        Revocation revocation = Revocation.UNCHECKED;
        if (config.switches().contains(CompatibilitySwitch.REVOCATION_MUST_BE_KNOWN)) {
            revocation = Revocation.REQUIRED;
        } else if (config.switches().contains(CompatibilitySwitch.CHECK_REVOCATION)) {
            revocation = Revocation.CHECKED;
        }
        return new ServerTrust(config.trustStore(), revocation, strictHosts);
    }

    static Opener directExchanges(
            WinInetConfig config, ConnectionPool pool, ServerPolicies servers, CookieJar cookies) {
        Network network = new Network(
                new Http1Streams(pool, servers::connectionLimit, http10 -> servers.connectionsPerProxy()),
                request -> List.of(Route.DIRECT),
                servers,
                trust(config, new HstsHosts(config.clock(), HstsHosts.Store.NONE)),
                false);
        return Exchanges.of(network, servers, cookies, config.switches(), Exchanges.NO_CACHE);
    }

    static BackEnd open(WinInetConfig config) {
        return open(newState(config));
    }

    /** An engine whose families share a given state. */
    static BackEnd open(EngineServices state) {
        SharedConnections shared = new SharedConnections();
        Lazy<Exchanges> exchanges = new Lazy<>(() -> exchanges(state, shared));
        return open(state, request -> exchanges.get().open(request), () -> {
            shared.close();
            Exchanges made = exchanges.known();
            if (made != null) {
                made.close();
            }
        });
    }

    /** How the engine exchanges requests for responses. */
    static Exchanges exchanges(EngineServices state, SharedConnections shared) {
        WinInetConfig config = state.config();
        ServerPolicies servers = state.options().servers();
        Http1Streams http1 =
                new Http1Streams(state.pool(), servers::connectionLimit, http10 -> servers.connectionsPerProxy());
        Network network = new Network(
                new Http2Streams(http1, state.pool(), shared, state.workers(), config.clock()),
                new ProxyRoutes(state.chooser(), config.resolver()),
                servers,
                trust(config, state.strictHosts()),
                config.switches().contains(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR));
        CacheLayer cache = new CacheLayer(
                state.cache(),
                servers,
                state.pool().watchdog(),
                state.pool().traffic(),
                state.options()::bypassEditedEntry,
                config.switches().contains(CompatibilitySwitch.DO_NOT_KEEP_SECURE_RESPONSES));
        return Exchanges.of(network, servers, state.cookies(), config.switches(), cache);
    }

    /** An engine with another way to exchange them, which has something to close. */
    static BackEnd open(EngineServices state, Opener exchanges, Runnable closing) {
        EngineFamilies families = new EngineFamilies(state, exchanges);
        Supplier<EngineCounters> counters =
                () -> state.pool().traffic().snapshot(state.handles().size());
        return EngineBorder.create(state.threads(), families, counters, () -> {
            SlowCloseWarning warning = SlowCloseWarning.start(state.handles());
            try {
                state.handles().closeAll();
                families.closeConnections();
                closing.run();
                state.pool().close();
                state.workers().close();
                families.close();
                state.folder().close();
                state.threads().forgetCaller();
            } finally {
                warning.close();
            }
        });
    }

    /** Every option there is, each in the class of what has it. */
    static List<OptionRow<?, ?>> optionRows(EngineServices state) {
        List<OptionRow<?, ?>> rows = new ArrayList<>();
        rows.addAll(GlobalOptionRows.rows(state));
        rows.addAll(HandleOptionRows.rows(state));
        rows.addAll(SessionOptionRows.rows(state));
        rows.addAll(ConnectOptionRows.rows(state));
        rows.addAll(HttpOptionRows.rows(state));
        rows.addAll(RefusedOptions.rows());
        return rows;
    }
}
