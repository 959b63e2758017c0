package io.github.wininet4j.engine.net;

/** Looks after sockets that may get stuck: the system has no send timeout, and timers of its own cost more than the work. */
interface Watchdog {
    /**
     * Begins to look after something, until it is over.
     *
     * @param stuck what may get stuck
     * @param limitMillis how soon it may be overdue, if it gets stuck at once
     * @return false if nobody can look after it
     */
    boolean watch(Expirable stuck, int limitMillis);

    /**
     * Ends that.
     *
     * @param over what needs no watch any more
     */
    void unwatch(Expirable over);
}
