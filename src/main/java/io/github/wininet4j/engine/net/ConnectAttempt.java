package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect within a time limit. The watch closes the socket when the time is over, as a timed connect of
 * the JDK leaves the socket non-blocking for good: each later read that waits would take three system calls instead of
 * one.
 */
final class ConnectAttempt implements Expirable {
    private final Socket socket;
    private final Watchdog watchdog;
    private final StallTimer stall = new StallTimer();
    /** Set by who is first: the end of the connect or that of its time. */
    private final AtomicBoolean settled = new AtomicBoolean();

    ConnectAttempt(Socket socket, Watchdog watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /**
     * Connects.
     *
     * @param address where to
     * @param millis the limit; 0 for none
     * @throws SocketTimeoutException if it took longer
     * @throws IOException if it failed
     */
    void connect(InetSocketAddress address, int millis) throws IOException {
        stall.setLimit(millis);
        stall.begin();
        boolean watched = millis > 0 && watchdog.watch(this, millis);
        try {
            socket.connect(address, watched ? 0 : millis);
        } catch (IOException e) {
            throw settled.compareAndSet(false, true) ? e : timeout(e);
        } finally {
            if (watched) {
                watchdog.unwatch(this);
            }
        }
        if (!settled.compareAndSet(false, true)) {
            throw timeout(null);
        }
    }

    private static SocketTimeoutException timeout(@Nullable IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("connect timed out");
        timeout.initCause(cause);
        return timeout;
    }

    @Override
    public boolean isOver() {
        return settled.get();
    }

    @Override
    public void expire(long nowNanos) {
        if (stall.overdue(nowNanos) && settled.compareAndSet(false, true)) {
            try {
                socket.close();
            } catch (IOException e) {
                // The attempt fails anyway.
            }
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return stall.millisLeft(nowNanos);
    }
}
