package io.github.wininet4j.engine.net;

/** Work with a socket that has a time limit of its own, which a {@link Watchdog} enforces. */
interface Expirable {
    /** Tells whether there is nothing to look after any more. */
    boolean isOver();

    /** Closes the socket if it is overdue. */
    void expire(long nowNanos);

    /** How long {@link #expire} will have nothing to do; {@link Long#MAX_VALUE} without a limit. */
    long millisToExpiry(long nowNanos);
}
