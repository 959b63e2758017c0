package io.github.wininet4j.engine.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * Closes connections that were idle for too long and those that are stuck in a connect, a write or a read for longer than their
 * timeouts allow. It runs while there are such to look after and ends by itself; without a thread to run on, expired connections are
 * closed by the next lease.
 */
final class Housekeeper implements Watchdog {
    private static final long LONGEST_NAP_MILLIS = 5_000;

    private final PoolState books;
    private final Executor background;
    private final Condition work;
    /** What may get stuck, idle connections included. Guarded by the lock of the books. */
    private final Set<Expirable> watched = new HashSet<>();

    private volatile boolean running;
    /** How many milliseconds the task sleeps at most. Guarded by the lock of the books. */
    private long nap;

    Housekeeper(PoolState books, Executor background) {
        this.books = books;
        this.background = background;
        this.work = books.lock.newCondition();
    }

    @Override
    public boolean watch(Expirable stuck, int limitMillis) {
        books.lock.lock();
        try {
            watched.add(stuck);
            if (limitMillis < nap) {
                work.signal();
            }
        } finally {
            books.lock.unlock();
        }
        startIfNeeded();
        return running;
    }

    @Override
    public void unwatch(Expirable over) {
        books.lock.lock();
        try {
            watched.remove(over);
        } finally {
            books.lock.unlock();
        }
    }

    void wake() {
        books.lock.lock();
        try {
            work.signal();
        } finally {
            books.lock.unlock();
        }
    }

    /** Starts the task unless it runs or has nothing to do. What there is to do must be in the books before. */
    void startIfNeeded() {
        if (running) {
            return;
        }
        books.lock.lock();
        try {
            if (running || napMillis() < 0) {
                return;
            }
            running = true;
        } finally {
            books.lock.unlock();
        }
        try {
            background.execute(this::run);
        } catch (RejectedExecutionException e) {
            running = false;
        }
    }

    private void run() {
        while (nap()) {
            sweep();
        }
    }

    /** One round of what there is to do. */
    void sweep() {
        books.takeExpired().forEach(Connection::closeOrderly);
        List<Expirable> busy;
        books.lock.lock();
        try {
            busy = new ArrayList<>(watched);
        } finally {
            books.lock.unlock();
        }
        long now = System.nanoTime();
        busy.forEach(stuck -> stuck.expire(now));
    }

    /** Sleeps until something may be due; false if there is nothing to look after. Waking early costs one round, no more. */
    @SuppressWarnings("WaitNotInLoop")
    private boolean nap() {
        books.lock.lock();
        try {
            nap = napMillis();
            running = nap >= 0;
            if (running && work.await(nap, TimeUnit.MILLISECONDS)) {
                // What is new may be due earlier.
                running = napMillis() >= 0;
            }
            return running;
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
            return false;
        } finally {
            books.lock.unlock();
        }
    }

    /** How long nothing will be due, or -1 to end. The caller holds the lock. */
    private long napMillis() {
        watched.removeIf(Expirable::isOver);
        long expiry = books.millisToExpiry();
        if (books.isClosed() || (expiry < 0 && watched.isEmpty())) {
            return -1;
        }
        long millis = expiry < 0 ? LONGEST_NAP_MILLIS : Math.min(LONGEST_NAP_MILLIS, Math.max(1, expiry));
        long now = System.nanoTime();
        for (Expirable stuck : watched) {
            millis = Math.min(millis, stuck.millisToExpiry(now));
        }
        return millis;
    }

    /** Whether the task exists, for tests. */
    boolean isRunning() {
        return running;
    }
}
