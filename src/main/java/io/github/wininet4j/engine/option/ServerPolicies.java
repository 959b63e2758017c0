package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.InternetState;
import java.util.concurrent.ConcurrentHashMap;

/** What is set or remembered for servers, beyond any one request. */
public final class ServerPolicies {
    private static final int DEFAULT_CONNECTIONS = 2;
    private static final int DEFAULT_CONNECTIONS_1_0 = 4;

    private volatile int connectionsPerServer = DEFAULT_CONNECTIONS;
    private volatile int connectionsPer10Server = DEFAULT_CONNECTIONS_1_0;
    private volatile int connectionsPerProxy = DEFAULT_CONNECTIONS;
    private volatile int connectedState = InternetState.INTERNET_STATE_CONNECTED;

    /** Certificate problems that a program chose to ignore, by server, for the life of the process (R-TLS-9). */
    private final ConcurrentHashMap<String, Integer> ignoredSecurityErrors = new ConcurrentHashMap<>();

    /** Creates the policies with their defaults. */
    public ServerPolicies() {}

    /** Returns the limit of option 73: connections per server (R-LIMIT-1). */
    public int connectionsPerServer() {
        return connectionsPerServer;
    }

    /** Changes the limit of option 73; at least 1. */
    public void setConnectionsPerServer(int value) {
        connectionsPerServer = value;
    }

    /** Returns the limit of option 74: connections per HTTP/1.0 server (R-LIMIT-1). */
    public int connectionsPer10Server() {
        return connectionsPer10Server;
    }

    /** Changes the limit of option 74; at least 1. */
    public void setConnectionsPer10Server(int value) {
        connectionsPer10Server = value;
    }

    /** Returns the limit of option 103: connections per proxy (R-LIMIT-5). */
    public int connectionsPerProxy() {
        return connectionsPerProxy;
    }

    /** Changes the limit of option 103; 2 to 128. */
    public void setConnectionsPerProxy(int value) {
        connectionsPerProxy = value;
    }

    /** Returns the limit that holds for a server of a version, as it is at this moment. */
    public int connectionLimit(boolean http10) {
        return http10 ? connectionsPer10Server : connectionsPerServer;
    }

    /** Returns the state of option 50 (R-OPTN-50): {@code INTERNET_STATE_*} bits. */
    public int connectedState() {
        return connectedState;
    }

    /** Changes the state of option 50. */
    public void setConnectedState(int value) {
        connectedState = value;
    }

    /** Returns whether the user has gone offline, so that no request may use the network (R-SEND-9, R-SEND-10). */
    public boolean isOffline() {
        return (connectedState & InternetState.INTERNET_STATE_CONNECTED) == 0;
    }

    /**
     * Returns which certificate problems were ignored for a server before (R-TLS-9).
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
        if (flags != 0) {
            ignoredSecurityErrors.merge(host, flags, (a, b) -> a | b);
        }
    }
}
