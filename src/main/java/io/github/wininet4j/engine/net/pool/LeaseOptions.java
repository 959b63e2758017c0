package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Options of one lease.
 *
 * @param limits how many connections the server may have
 * @param timeouts the timeouts; the receive timeout stays set on the connection
 * @param tls certificate rules; needed for a secure key
 * @param events receives the steps
 * @param cancellation what ends the wait; the connection stays attached to it until it goes back
 * @param tunnel opens the way if the key names a proxy, else null
 * @param fresh true to get a connection that was not used before, for the retry after a stale one (R-SEND-15)
 */
public record LeaseOptions(
        ConnectionLimits limits,
        Timeouts timeouts,
        @Nullable TlsPolicy tls,
        ConnectionEvents events,
        Cancellation cancellation,
        @Nullable Tunnel tunnel,
        boolean fresh) {
    /**
     * Asks for a new connection instead.
     *
     * @return the changed copy
     */
    public LeaseOptions asFresh() {
        return new LeaseOptions(limits, timeouts, tls, events, cancellation, tunnel, true);
    }
}
