package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.type.CERT_CONTEXT;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a request on all its legs.
 *
 * @param events receives the statuses
 * @param settings its settings at the time of sending
 * @param flags {@code INTERNET_FLAG_*} bits
 * @param userAgent value of User-Agent, or null to send none
 * @param clientCertificate what to show to a server that asks, or null if nothing was chosen
 * @param refusal the last refusal of a server's certificate that was reported for this handle, or null
 * @param proxies how the session reaches the network
 * @param logons how the request logs on
 * @param cancellation ends whatever waits
 * @param listener follows the exchange
 * @param cacheNames how the response is named in the cache
 */
public record RequestContext(
        RequestEvents events,
        DwordSettings settings,
        int flags,
        @Nullable String userAgent,
        @Nullable CERT_CONTEXT clientCertificate,
        @Nullable TlsFailure refusal,
        ProxyAccess proxies,
        Logons logons,
        Cancellation cancellation,
        ExchangeListener listener,
        CacheNames cacheNames) {
    /**
     * Tests a flag.
     *
     * @param flag an {@code INTERNET_FLAG_*} bit
     * @return true if it is set
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /**
     * Lets something else end what waits.
     *
     * @param other ends it
     * @return the changed copy
     */
    public RequestContext withCancellation(Cancellation other) {
        return new RequestContext(
                events,
                settings,
                flags,
                userAgent,
                clientCertificate,
                refusal,
                proxies,
                logons,
                other,
                listener,
                cacheNames);
    }
}
