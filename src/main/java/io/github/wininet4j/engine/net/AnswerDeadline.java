package io.github.wininet4j.engine.net;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A time by which somebody has to have answered, else something is done: once, and never after the answer. */
public final class AnswerDeadline implements Expirable {
    private enum State {
        WAITING,
        ANSWERED,
        EXPIRED
    }

    private final Runnable expiry;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile long end;

    /**
     * Creates a deadline that does not count yet.
     *
     * @param expiry what is done when the time is over
     */
    public AnswerDeadline(Runnable expiry) {
        this.expiry = expiry;
    }

    /**
     * Begins to count.
     *
     * @param watchdog who looks at the time
     * @param millis how long
     */
    public void begin(Watchdog watchdog, long millis) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        watchdog.watch(this, millis);
    }

    /** Ends the counting, unless the time is over. */
    public void answered() {
        state.compareAndSet(State.WAITING, State.ANSWERED);
    }

    /** Returns whether the time was over before the answer. */
    public boolean hasExpired() {
        return state.get() == State.EXPIRED;
    }

    @Override
    public boolean isOver() {
        return state.get() != State.WAITING;
    }

    @Override
    public void expire(long nowNanos) {
        if (nowNanos - end >= 0 && state.compareAndSet(State.WAITING, State.EXPIRED)) {
            expiry.run();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - nowNanos));
    }
}
