package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** The options of the NULL handle: defaults for new sessions, and limits that hold for all of them (R-HANDLE-26). */
public final class GlobalOptions {
    private static final int DEFAULT_CONNECTIONS_PER_SERVER = 2;
    private static final int DEFAULT_CONNECTIONS_PER_1_0_SERVER = 4;

    private static final AtomicReferenceFieldUpdater<GlobalOptions, DwordSettings> SETTINGS =
            AtomicReferenceFieldUpdater.newUpdater(GlobalOptions.class, DwordSettings.class, "settings");

    private volatile DwordSettings settings = DwordSettings.DEFAULTS;
    private volatile int connectionsPerServer = DEFAULT_CONNECTIONS_PER_SERVER;
    private volatile int connectionsPer10Server = DEFAULT_CONNECTIONS_PER_1_0_SERVER;
    private volatile int connectionsPerProxy = DEFAULT_CONNECTIONS_PER_SERVER;
    private volatile int connectedState = InternetState.INTERNET_STATE_CONNECTED;
    private volatile boolean bypassEditedEntry;
    private volatile boolean ignoreCookiePolicy;
    private volatile boolean keepCookiesInMemory;

    /** Certificate problems that a program chose to ignore, by server, for the life of the process (R-TLS-9). */
    private final ConcurrentHashMap<String, Integer> ignoredSecurityErrors = new ConcurrentHashMap<>();

    /** Creates the options with their defaults. */
    public GlobalOptions() {}

    /**
     * Returns what new sessions inherit.
     *
     * @return the settings
     */
    public DwordSettings settings() {
        return settings;
    }

    /**
     * Changes what new sessions inherit.
     *
     * @param setting which
     * @param value the value
     */
    public void set(DwordSetting setting, int value) {
        SETTINGS.updateAndGet(this, now -> now.with(setting, value));
    }

    /**
     * Returns the limit of option 73 (R-LIMIT-1).
     *
     * @return connections per server
     */
    public int connectionsPerServer() {
        return connectionsPerServer;
    }

    /**
     * Changes the limit of option 73.
     *
     * @param value connections per server, at least 1
     */
    public void setConnectionsPerServer(int value) {
        connectionsPerServer = value;
    }

    /**
     * Returns the limit of option 74 (R-LIMIT-1).
     *
     * @return connections per HTTP/1.0 server
     */
    public int connectionsPer10Server() {
        return connectionsPer10Server;
    }

    /**
     * Changes the limit of option 74.
     *
     * @param value connections per HTTP/1.0 server, at least 1
     */
    public void setConnectionsPer10Server(int value) {
        connectionsPer10Server = value;
    }

    /**
     * Returns the limit of option 103 (R-LIMIT-5).
     *
     * @return connections per proxy
     */
    public int connectionsPerProxy() {
        return connectionsPerProxy;
    }

    /**
     * Changes the limit of option 103.
     *
     * @param value connections per proxy, 2 to 128
     */
    public void setConnectionsPerProxy(int value) {
        connectionsPerProxy = value;
    }

    /**
     * Returns the state of option 50 (R-OPTN-50).
     *
     * @return {@code INTERNET_STATE_*} bits
     */
    public int connectedState() {
        return connectedState;
    }

    /**
     * Changes the state of option 50.
     *
     * @param value {@code INTERNET_STATE_*} bits
     */
    public void setConnectedState(int value) {
        connectedState = value;
    }

    /**
     * Tells whether edited cache entries are checked against the network (R-OPTN-64).
     *
     * @return true if so
     */
    public boolean bypassEditedEntry() {
        return bypassEditedEntry;
    }

    /**
     * Decides whether edited cache entries are checked against the network.
     *
     * @param value true if so
     */
    public void setBypassEditedEntry(boolean value) {
        bypassEditedEntry = value;
    }

    /**
     * Tells whether the cookie policy is ignored (R-OPTN-81).
     *
     * @return true if so
     */
    public boolean ignoreCookiePolicy() {
        return ignoreCookiePolicy;
    }

    /**
     * Decides whether the cookie policy is ignored.
     *
     * @param value true if so
     */
    public void setIgnoreCookiePolicy(boolean value) {
        ignoreCookiePolicy = value;
    }

    /**
     * Tells whether persistent cookies are kept in memory only (R-OPTN-81, R-CBX-10).
     *
     * @return true if so
     */
    public boolean keepCookiesInMemory() {
        return keepCookiesInMemory;
    }

    /**
     * Decides whether persistent cookies are kept in memory only.
     *
     * @param value true if so
     */
    public void setKeepCookiesInMemory(boolean value) {
        keepCookiesInMemory = value;
    }

    /**
     * Returns which certificate problems are ignored for a server.
     *
     * @param host the host name in lower case
     * @return {@code SECURITY_FLAG_IGNORE_*} bits
     */
    public int ignoredSecurityErrors(String host) {
        return ignoredSecurityErrors.isEmpty() ? 0 : ignoredSecurityErrors.getOrDefault(host, 0);
    }

    /**
     * Remembers certificate problems to ignore for a server.
     *
     * @param host the host name in lower case
     * @param flags {@code SECURITY_FLAG_IGNORE_*} bits, added to those there are
     */
    public void ignoreSecurityErrors(String host, int flags) {
        ignoredSecurityErrors.merge(host, flags, (a, b) -> a | b);
    }
}
