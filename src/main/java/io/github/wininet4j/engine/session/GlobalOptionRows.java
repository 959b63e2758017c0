package io.github.wininet4j.engine.session;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionSupport;
import io.github.wininet4j.engine.option.ServerPolicies;
import io.github.wininet4j.engine.proxy.ConnectionSettings;
import io.github.wininet4j.engine.proxy.ConnectionSettingsCodec;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.proxy.ProxyAccessCodec;
import io.github.wininet4j.engine.session.VersionCodecs.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/**
 * The options of the NULL handle: what holds for the whole engine, and the first values of new sessions (R-OPT-14,
 * R-HANDLE-26).
 */
public final class GlobalOptionRows {
    private static final Version LIBRARY_VERSION = new Version(1, 2);
    private static final Version HTTP_VERSION = new Version(1, 1);
    private static final int MIN_CONNECTIONS_PER_PROXY = 2;
    private static final int MAX_CONNECTIONS_PER_PROXY = 128;

    /** What InternetSetOption does for each value of option 81. */
    private static final Map<Integer, BiConsumer<GlobalOptions, Integer>> SUPPRESSIONS = Map.of(
            OptionValue.INTERNET_SUPPRESS_RESET_ALL,
            (options, value) -> {
                options.setIgnoreCookiePolicy(false);
                options.setKeepCookiesInMemory(false);
            },
            OptionValue.INTERNET_SUPPRESS_COOKIE_POLICY,
            (options, value) -> options.setIgnoreCookiePolicy(true),
            OptionValue.INTERNET_SUPPRESS_COOKIE_POLICY_RESET,
            (options, value) -> options.setIgnoreCookiePolicy(false),
            OptionValue.INTERNET_SUPPRESS_COOKIE_PERSIST,
            (options, value) -> options.setKeepCookiesInMemory(true),
            OptionValue.INTERNET_SUPPRESS_COOKIE_PERSIST_RESET,
            (options, value) -> options.setKeepCookiesInMemory(false));

    private GlobalOptionRows() {}

    /**
     * Returns the rows.
     *
     * @param engine what the options are about
     * @return the rows
     */
    public static List<OptionRow<?, ?>> rows(EngineServices engine) {
        List<OptionRow<?, ?>> rows = new ArrayList<>();
        addInherited(rows);
        addLimits(rows, engine);
        addProxies(rows, engine);
        addStates(rows, engine);
        addOrders(rows, engine);
        return rows;
    }

    private static void addInherited(List<OptionRow<?, ?>> rows) {
        HandleOptionRows.TIMES_AND_RETRIES.forEach((id, setting) -> rows.add(inherited(id, setting)));
    }

    private static OptionRow<GlobalOptions, Integer> inherited(int id, DwordSetting setting) {
        return row(id, OptionCodecs.DWORD)
                .get(options -> options.settings().get(setting))
                .set((options, value) -> options.set(setting, value));
    }

    private static <V> OptionRow<GlobalOptions, V> row(int id, OptionCodec<V> codec) {
        return OptionRow.of(id, OptionOwners.GLOBAL, codec);
    }

    /**
     * Limits can be raised while requests wait; with a handle these options are no valid operation (R-LIMIT-7,
     * R-OPTN-73).
     */
    private static void addLimits(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(limit(
                engine,
                INTERNET_OPTION_MAX_CONNS_PER_SERVER,
                ServerPolicies::connectionsPerServer,
                ServerPolicies::setConnectionsPerServer));
        rows.add(limit(
                engine,
                INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER,
                ServerPolicies::connectionsPer10Server,
                ServerPolicies::setConnectionsPer10Server));
        for (int id : new int[] {INTERNET_OPTION_MAX_CONNS_PER_SERVER, INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER}) {
            rows.add(OptionRow.refused(
                    id, OptionOwners.HANDLE, OptionSupport.SUPPORTED, WinInetError.ERROR_INTERNET_INVALID_OPERATION));
        }
        rows.add(limit(
                engine, INTERNET_OPTION_MAX_CONNS_PER_PROXY, ServerPolicies::connectionsPerProxy, (servers, value) -> {
                    if (value < MIN_CONNECTIONS_PER_PROXY || value > MAX_CONNECTIONS_PER_PROXY) {
                        throw new WinInetFailure(Win32Error.ERROR_BAD_ARGUMENTS);
                    }
                    servers.setConnectionsPerProxy(value);
                }));
    }

    private static OptionRow<GlobalOptions, Integer> limit(
            EngineServices engine,
            int id,
            ToIntFunction<ServerPolicies> getter,
            BiConsumer<ServerPolicies, Integer> setter) {
        return row(id, OptionCodecs.DWORD)
                .get(options -> getter.applyAsInt(options.servers()))
                .set((options, value) -> {
                    if (value == 0) {
                        throw new WinInetFailure(Win32Error.ERROR_BAD_ARGUMENTS);
                    }
                    // A DWORD above 2^31 - 1 is negative here but still means "many".
                    setter.accept(options.servers(), value < 0 ? Integer.MAX_VALUE : value);
                    engine.pool().limitsChanged();
                });
    }

    /** Option 38 holds for the program, option 75 for the user (R-OPT-15, R-PROXY-15). */
    private static void addProxies(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(row(INTERNET_OPTION_PROXY, new ProxyAccessCodec())
                .get(options -> ProxyAccess.of(engine.proxies().effective(null)))
                .set((options, value) -> engine.proxies().setProcess(value)));
        rows.add(row(INTERNET_OPTION_PER_CONNECTION_OPTION, new ConnectionSettingsCodec())
                .get(options -> ConnectionSettings.readFrom(
                        name -> engine.chooser().described(engine.proxies().ofUser(name), name)))
                .set((options, value) -> engine.proxies().changeUser(value.connection(), value.change())));
    }

    private static void addStates(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(row(INTERNET_OPTION_EXTENDED_ERROR, OptionCodecs.DWORD)
                .get(options -> engine.threads().current().extendedError()));
        rows.add(row(INTERNET_OPTION_VERSION, VersionCodecs.LIBRARY).get(options -> LIBRARY_VERSION));
        // Versions below 1.1 are ignored, as on every Windows in use (R-OPTN-59).
        rows.add(row(INTERNET_OPTION_HTTP_VERSION, VersionCodecs.HTTP)
                .get(options -> HTTP_VERSION)
                .set((options, value) -> {})
                .withoutEffect());
        rows.add(row(INTERNET_OPTION_CONNECTED_STATE, new ConnectedStateCodec())
                .get(options -> options.servers().connectedState())
                .set((options, value) -> options.servers().setConnectedState(requireState(value))));
        rows.add(row(INTERNET_OPTION_BYPASS_EDITED_ENTRY, OptionCodecs.BOOL)
                .get(options -> options.bypassEditedEntry() ? 1 : 0)
                .set((options, value) -> options.setBypassEditedEntry(value != 0)));
        rows.add(row(INTERNET_OPTION_SUPPRESS_BEHAVIOR, OptionCodecs.DWORD)
                .set((options, value) -> suppress(options, value)));
    }

    private static int requireState(int state) {
        int disconnected =
                InternetState.INTERNET_STATE_DISCONNECTED | InternetState.INTERNET_STATE_DISCONNECTED_BY_USER;
        boolean online = (state & InternetState.INTERNET_STATE_CONNECTED) != 0;
        boolean offline = (state & disconnected) != 0;
        if (online == offline || (state & ~(disconnected | InternetState.INTERNET_STATE_CONNECTED)) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return state;
    }

    private static void suppress(GlobalOptions options, int value) {
        BiConsumer<GlobalOptions, Integer> action = SUPPRESSIONS.get(value);
        if (action == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        action.accept(options, value);
    }

    /** Options without data. Those without effect are about things that are not here, or that are always up to date. */
    private static void addOrders(List<OptionRow<?, ?>> rows, EngineServices engine) {
        rows.add(row(INTERNET_OPTION_SETTINGS_CHANGED, OptionCodecs.NONE).set((options, nothing) -> {
            engine.pool().closeIdle();
            engine.rereadProxies();
        }));
        // Cookies and credentials are all that a session leaves behind (R-COOKIE-39, R-AUTH-9).
        rows.add(row(INTERNET_OPTION_END_BROWSER_SESSION, OptionCodecs.NONE)
                .set((options, nothing) -> engine.endBrowserSession()));
        for (int id : new int[] {INTERNET_OPTION_REFRESH, INTERNET_OPTION_PROXY_SETTINGS_CHANGED}) {
            rows.add(row(id, OptionCodecs.NONE).set((options, nothing) -> engine.rereadProxies()));
        }
        rows.add(row(INTERNET_OPTION_RESET_URLCACHE_SESSION, OptionCodecs.NONE)
                .set((options, nothing) -> engine.cache().startSession()));
        rows.add(row(INTERNET_OPTION_DIGEST_AUTH_UNLOAD, OptionCodecs.NONE)
                .set((options, nothing) -> {})
                .withoutEffect());
    }
}
