package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Enforces time limits of sockets with one background task: the system has no send timeout, and a timer for each read
 * costs more than the read. The task runs while there is something to watch and ends by itself.
 */
public final class Watchdog implements AutoCloseable {
    private static final long MAX_SLEEP_MILLIS = 5_000;

    private final Executor background;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakeUp = lock.newCondition();
    /** Guarded by the lock. */
    private final Set<Expirable> watched = new HashSet<>();

    private volatile boolean running;
    /** How many milliseconds the task sleeps at most. Guarded by the lock. */
    private long sleep;
    /** Guarded by the lock. */
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param background runs the one task, which ends by itself and promptly once this is closed
     */
    public Watchdog(Executor background) {
        this.background = background;
    }

    /**
     * Begins to watch something, until it is over.
     *
     * @param expirable what may expire
     * @param earliestMillis its earliest possible deadline, counted from now
     * @return false if no thread is available to watch it
     */
    public boolean watch(Expirable expirable, long earliestMillis) {
        lock.lock();
        try {
            watched.add(expirable);
            if (earliestMillis < sleep) {
                wakeUp.signal();
            }
        } finally {
            lock.unlock();
        }
        startIfNeeded();
        return running;
    }

    /** Ends the watch over something. */
    public void unwatch(Expirable over) {
        lock.lock();
        try {
            watched.remove(over);
        } finally {
            lock.unlock();
        }
    }

    private void startIfNeeded() {
        if (running) {
            return;
        }
        lock.lock();
        try {
            if (running || sleepMillis() < 0) {
                return;
            }
            running = true;
        } finally {
            lock.unlock();
        }
        try {
            background.execute(this::run);
        } catch (RejectedExecutionException e) {
            running = false;
        }
    }

    private void run() {
        while (sleep()) {
            sweep();
        }
    }

    /** One round over everything that is watched. */
    public void sweep() {
        List<Expirable> all;
        lock.lock();
        try {
            all = new ArrayList<>(watched);
        } finally {
            lock.unlock();
        }
        long now = System.nanoTime();
        all.forEach(expirable -> expire(expirable, now));
    }

    private static void expire(Expirable expirable, long now) {
        try {
            expirable.expire(now);
        } catch (IOException e) {
            // It is closed anyway.
        }
    }

    /** Sleeps until something may be due; false if there is nothing to watch. Waking early costs one round, no more. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean sleep() {
        lock.lock();
        try {
            sleep = sleepMillis();
            running = sleep >= 0;
            if (running && wakeUp.await(sleep, TimeUnit.MILLISECONDS)) {
                // What is new may be due earlier.
                running = sleepMillis() >= 0;
            }
            return running;
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long nothing will be due, or -1 to end. The caller holds the lock. */
    private long sleepMillis() {
        watched.removeIf(Expirable::isOver);
        if (closed || watched.isEmpty()) {
            return -1;
        }
        long millis = MAX_SLEEP_MILLIS;
        long now = System.nanoTime();
        for (Expirable expirable : watched) {
            millis = Math.min(millis, Math.max(1, expirable.millisToExpiry(now)));
        }
        return millis;
    }

    /** Ends the task. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wakeUp.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the task runs, for tests. */
    public boolean isRunning() {
        return running;
    }
}
