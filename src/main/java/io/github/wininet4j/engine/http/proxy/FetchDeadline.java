package io.github.wininet4j.engine.http.proxy;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Expirable;
import io.github.wininet4j.engine.net.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * How long all of a download may take: the timeouts of a socket begin anew with each byte. The end of the time cancels
 * what waits, and so does the caller's cancellation.
 */
final class FetchDeadline implements Expirable, AutoCloseable {
    private final Cancellation caller;
    private final Cancellation below = new Cancellation();
    private final Closeable link;
    private final Watchdog watchdog;
    private final long end;
    private volatile boolean expired;
    private volatile boolean closed;

    /**
     * Begins to count.
     *
     * @param watchdog notices the end of the time
     * @param caller ends the download as well
     * @param millis how long it may take
     * @throws IOException if the caller is cancelled already
     */
    FetchDeadline(Watchdog watchdog, Cancellation caller, long millis) throws IOException {
        this.watchdog = watchdog;
        this.caller = caller;
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        this.link = caller.onCancel(below::cancel);
        watchdog.watch(this, millis);
    }

    /** Returns what the download has to obey. */
    Cancellation cancellation() {
        return below;
    }

    /** Returns whether the time is over, and nobody else has cancelled. */
    boolean hasExpired() {
        return expired && !caller.isCancelled();
    }

    @Override
    public boolean isOver() {
        return expired || closed;
    }

    @Override
    public void expire(long nowNanos) {
        if (nowNanos - end >= 0 && !isOver()) {
            expired = true;
            below.cancel();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - nowNanos));
    }

    @Override
    public void close() {
        closed = true;
        watchdog.unwatch(this);
        caller.detach(link);
    }
}
