package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.net.AnswerDeadline;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How long the network may take before a copy stands in (R-TIMEOUT-11). What lies below has a cancellation of its own,
 * which the end of the time triggers as well as the caller's.
 */
final class CopyDeadline {
    private final Watchdog watchdog;
    private final Cancellation caller;
    private final long millis;
    private final Cancellation below = new Cancellation();
    private final AnswerDeadline deadline = new AnswerDeadline(below::cancel);
    private @Nullable Closeable link;

    private CopyDeadline(Watchdog watchdog, Cancellation caller, long millis) {
        this.watchdog = watchdog;
        this.caller = caller;
        this.millis = millis;
    }

    /** Makes the deadline of a request; null if it has none. */
    static @Nullable CopyDeadline of(Request request, Watchdog watchdog) {
        int millis = request.context().settings().get(DwordSetting.FROM_CACHE_TIMEOUT);
        return millis == 0
                ? null
                : new CopyDeadline(watchdog, request.context().cancellation(), Integer.toUnsignedLong(millis));
    }

    /** The request as what lies below gets it. */
    Request limited(Request request) {
        return request.within(request.context().withCancellation(below));
    }

    /** Begins to count. */
    void begin() throws IOException {
        link = caller.onCancel(below::cancel);
        deadline.begin(watchdog, millis);
    }

    /** Ends the counting; false if the time was over before. */
    boolean answered() {
        deadline.answered();
        return !hasExpired();
    }

    /** Whether the time is over, and nobody else has cancelled. */
    boolean hasExpired() {
        return deadline.hasExpired() && !caller.isCancelled();
    }

    /** Nothing waits below any more. */
    void close() {
        deadline.answered();
        Closeable linked = link;
        if (linked != null) {
            caller.detach(linked);
        }
    }
}
