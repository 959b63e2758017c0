package io.github.wininet4j.engine.session;

/**
 * Makes the connections of one service for InternetConnect; each protocol registers its own with the composition root.
 */
@FunctionalInterface
public interface ServiceOpener {
    /**
     * Makes a connection; it has no handle yet, and nothing is sent (R-CONN-4).
     *
     * @param session its session
     * @param host host name or address, IPv6 without brackets
     * @param port the port, or 0 for the default of the protocol
     * @param credentials how to log on
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     * @return the connection
     */
    ConnectNode open(SessionNode session, String host, int port, Credentials credentials, int flags, long context);
}
