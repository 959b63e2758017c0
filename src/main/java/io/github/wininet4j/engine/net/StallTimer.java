package io.github.wininet4j.engine.net;

import java.util.concurrent.TimeUnit;

/** Since when a thread is stuck in a socket, and for how long it may be. One thread waits, another asks. */
final class StallTimer {
    private volatile int limit;
    /** When the wait under way began, or 0. */
    private volatile long since;

    /** Sets the limit in milliseconds; 0 for none. */
    void setLimit(int millis) {
        limit = millis;
    }

    int limit() {
        return limit;
    }

    void begin() {
        since = System.nanoTime() | 1;
    }

    void end() {
        since = 0;
    }

    boolean overdue(long nowNanos) {
        long start = since;
        int most = limit;
        return start != 0 && most > 0 && nowNanos - start >= TimeUnit.MILLISECONDS.toNanos(most);
    }

    /** How long nothing can be overdue, a wait that begins only now included. */
    long millisLeft(long nowNanos) {
        long start = since;
        int most = limit;
        if (most <= 0) {
            return Long.MAX_VALUE;
        }
        long waited = start == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nowNanos - start);
        return Math.max(1, most - waited);
    }
}
