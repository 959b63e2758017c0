package io.github.wininet4j.engine.net;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * How long the rest of an answer that has begun is waited for. Each wait is short for a server that sends a byte at a
 * time; their sum counts (R-PROJ-HTTP-2). For one thread.
 */
public final class AnswerTime {
    private final int limitMillis;
    private boolean begun;
    /** When the rest was first waited for; 0 before. */
    private long waitsSince;

    /**
     * Starts with an answer of which nothing has come.
     *
     * @param limitMillis how long it may take once it has begun; 0 or less for any time
     */
    public AnswerTime(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    /** Notes that the answer has begun: waits count from now on. */
    public void begin() {
        begun = true;
    }

    /** Starts anew. */
    public void restart() {
        begun = false;
        waitsSince = 0;
    }

    /**
     * Called before each wait.
     *
     * @throws SocketTimeoutException if the answer takes too long
     */
    public void beforeWait() throws SocketTimeoutException {
        if (!begun || limitMillis <= 0) {
            return;
        }
        long now = System.nanoTime();
        if (waitsSince == 0) {
            waitsSince = now | 1;
        } else if (now - waitsSince > TimeUnit.MILLISECONDS.toNanos(limitMillis)) {
            throw new SocketTimeoutException("the answer is not complete in time");
        }
    }
}
