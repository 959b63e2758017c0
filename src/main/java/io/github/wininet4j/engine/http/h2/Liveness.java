package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.CancelledIoException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether a server is still there: counts its frames, and waits for the next one (R-PROJ-H2-5). */
final class Liveness {
    /** After how much silence it is worth a ping. */
    private static final int SILENCE_MILLIS = 10_000;

    /** How long the answer may take. */
    private static final int ANSWER_MILLIS = 5_000;

    private final ReentrantLock lock;
    private final Condition changed;
    private final InstantSource clock;
    private final AtomicLong frames = new AtomicLong();
    private volatile long lastFrame;
    private volatile int waiting;

    /**
     * Creates one.
     *
     * @param lock the connection's lock
     * @param clock says how long the server was silent
     */
    Liveness(ReentrantLock lock, InstantSource clock) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.clock = clock;
        this.lastFrame = clock.millis();
    }

    /** A frame has come. */
    void frameCame() {
        frames.incrementAndGet();
        lastFrame = clock.millis();
        if (waiting > 0) {
            wake();
        }
    }

    /** Returns how many frames have come. */
    long frames() {
        return frames.get();
    }

    /** Lets those look again who wait for a frame. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether nothing has come for so long that the connection may be dead. */
    boolean isInDoubt() {
        return clock.millis() - lastFrame >= SILENCE_MILLIS;
    }

    /**
     * Waits for a frame.
     *
     * @param before how many had come before it
     * @param mostMillis the longest wait; 0 or less for the usual one
     * @param over whether the connection has ended, asked with the lock held
     * @return whether one came
     * @throws CancelledIoException if the thread is interrupted
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // with the lock held
    boolean awaitFrame(long before, int mostMillis, BooleanSupplier over) throws CancelledIoException {
        int most = mostMillis > 0 ? Math.min(mostMillis, ANSWER_MILLIS) : ANSWER_MILLIS;
        long left = TimeUnit.MILLISECONDS.toNanos(most);
        lock.lock();
        try {
            waiting++;
            while (frames.get() == before && !over.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return frames.get() != before && !over.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
