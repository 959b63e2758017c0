package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a request on all its hops.
 *
 * @param node the request, whose statuses are told
 * @param settings its settings at the time of sending
 * @param flags {@code INTERNET_FLAG_*} bits
 * @param userAgent value of User-Agent, or null to send none
 * @param clientCertificate what to show to a server that asks, or null if nothing was chosen
 * @param cancellation ends whatever waits
 * @param onHead is told of each exchange whose response head has come, redirects included
 */
public record RequestContext(
        HandleNode node,
        DwordSettings settings,
        int flags,
        @Nullable String userAgent,
        @Nullable CERT_CONTEXT clientCertificate,
        Cancellation cancellation,
        Consumer<Exchange> onHead) {
    /**
     * Tests a flag.
     *
     * @param flag an {@code INTERNET_FLAG_*} bit
     * @return true if it is set
     */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The receive timeout, or a shorter limit; in milliseconds. */
    int receiveTimeoutUpTo(int millis) {
        int timeout = settings.get(DwordSetting.RECEIVE_TIMEOUT);
        return timeout > 0 ? Math.min(timeout, millis) : millis;
    }
}
