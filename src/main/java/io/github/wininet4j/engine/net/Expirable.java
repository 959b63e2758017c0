package io.github.wininet4j.engine.net;

import java.io.IOException;

/**
 * Something with a time limit, which a {@link Watchdog} enforces. It asks under its lock: only {@link #expire} may do
 * work.
 */
public interface Expirable {
    /** Returns whether there is nothing to watch any more. */
    boolean isOver();

    /** Closes what is overdue; does nothing if nothing is. */
    void expire(long nowNanos) throws IOException;

    /** Returns how long {@link #expire} will have nothing to do; {@link Long#MAX_VALUE} without a limit. */
    long millisToExpiry(long nowNanos);
}
