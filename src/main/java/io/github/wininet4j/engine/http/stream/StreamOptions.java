package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Options of one stream.
 *
 * @param timeouts the timeouts
 * @param tls certificate rules, or null without TLS
 * @param events receives the statuses
 * @param cancellation ends whatever waits
 * @param truncationFails whether a body that ends before its announced end is an error
 * @param holdsConnection whether the connection stays with the stream after the response, for {@link HttpStream#renew}
 *     or {@link HttpStream#upgrade}
 * @param user whose credentials the request was given, compared by equality, or null for nobody's. A server may log on
 *     a connection, so that of one user serves no other (R-PROJ-AUTH-3)
 * @param allowsHttp2 whether the program allows HTTP/2 (R-H2-1)
 */
public record StreamOptions(
        Timeouts timeouts,
        @Nullable TlsPolicy tls,
        RequestEvents events,
        Cancellation cancellation,
        boolean truncationFails,
        boolean holdsConnection,
        @Nullable Object user,
        boolean allowsHttp2) {
    /** Returns whether HTTP/2 is to be offered: over TLS, and on connections that may be shared. */
    public boolean offersHttp2() {
        return allowsHttp2 && tls != null && !holdsConnection;
    }

    /** Returns the rules of TLS, with the offer. */
    public @Nullable TlsPolicy offeredTls() {
        return offersHttp2() && tls != null ? tls.offeringHttp2() : tls;
    }

    /** Returns the same for HTTP/1.1. */
    public StreamOptions withoutHttp2() {
        return new StreamOptions(timeouts, tls, events, cancellation, truncationFails, holdsConnection, user, false);
    }

    /**
     * Limits a wait.
     *
     * @param millis the longest wait in milliseconds
     * @return the receive timeout if that is shorter, else the limit
     */
    public int receiveTimeoutUpTo(int millis) {
        int timeout = timeouts.receiveMillis();
        return timeout > 0 ? Math.min(timeout, millis) : millis;
    }
}
