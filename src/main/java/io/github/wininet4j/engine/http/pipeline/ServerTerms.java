package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.net.pool.ConnectionLimits;

/** What is remembered or set for servers, beyond any one request. */
public interface ServerTerms {
    /**
     * Returns the connection limits.
     *
     * @return the limits of options 73 and 74, as they are at each moment
     */
    ConnectionLimits limits();

    /**
     * Returns which certificate problems were ignored for a server before (R-TLS-9).
     *
     * @param host the host in lower case
     * @return {@code SECURITY_FLAG_IGNORE_*} bits
     */
    int ignoredSecurityErrors(String host);

    /**
     * Remembers which certificate problems are ignored for a server.
     *
     * @param host the host in lower case
     * @param flags {@code SECURITY_FLAG_IGNORE_*} bits
     */
    void ignoreSecurityErrors(String host, int flags);

    /**
     * Tells whether the user has gone offline (R-SEND-9, R-SEND-10).
     *
     * @return true if no request may use the network
     */
    boolean isOffline();
}
