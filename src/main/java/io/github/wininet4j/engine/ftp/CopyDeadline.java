package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Expirable;
import io.github.wininet4j.engine.net.Watchdog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** How long a server may take to begin with a file before the old copy stands in (R-TIMEOUT-11, R-PROJ-CACHE-18). */
final class CopyDeadline implements Expirable {
    private enum State {
        WAITING,
        ANSWERED,
        EXPIRED
    }

    private final FtpConnectNode connect;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile long end;

    CopyDeadline(FtpConnectNode connect) {
        this.connect = connect;
    }

    void begin(Watchdog watchdog, long millis) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        watchdog.watch(this, millis);
    }

    /** Ends the counting; false if the time was over before. */
    boolean answered() {
        return state.compareAndSet(State.WAITING, State.ANSWERED) || state.get() == State.ANSWERED;
    }

    /** Whether the time is over, and the caller has not given up. */
    boolean hasExpired() {
        return state.get() == State.EXPIRED && !connect.isClosing();
    }

    @Override
    public boolean isOver() {
        return state.get() != State.WAITING;
    }

    @Override
    public void expire(long nowNanos) {
        if (nowNanos - end >= 0 && state.compareAndSet(State.WAITING, State.EXPIRED)) {
            connect.cancellation().cancel();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - nowNanos));
    }
}
