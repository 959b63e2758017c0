package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Expirable;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How long the network may take before a copy stands in (R-TIMEOUT-11). What lies below has a cancellation of its own,
 * which the end of the time triggers as well as the caller's.
 */
final class CopyDeadline implements Expirable {
    private enum State {
        WAITING,
        ANSWERED,
        EXPIRED
    }

    private final Watchdog watchdog;
    private final Cancellation caller;
    private final long millis;
    private final Cancellation below = new Cancellation();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile long end;
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
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        link = caller.onCancel(below::cancel);
        watchdog.watch(this, millis);
    }

    /** Ends the counting; false if the time was over before. */
    boolean answered() {
        return state.compareAndSet(State.WAITING, State.ANSWERED) || !hasExpired();
    }

    /** Whether the time is over, and nobody else has cancelled. */
    boolean hasExpired() {
        return state.get() == State.EXPIRED && !caller.isCancelled();
    }

    /** Nothing waits below any more. */
    void close() {
        state.compareAndSet(State.WAITING, State.ANSWERED);
        Closeable linked = link;
        if (linked != null) {
            caller.detach(linked);
        }
    }

    @Override
    public boolean isOver() {
        return state.get() != State.WAITING;
    }

    @Override
    public void expire(long nowNanos) {
        if (nowNanos - end >= 0 && state.compareAndSet(State.WAITING, State.EXPIRED)) {
            below.cancel();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - nowNanos));
    }
}
