package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.handle.HandleNode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps the statuses of an operation apart from the callback that still tells of the one before (R-SEQ-15). */
final class CompletionOrder {
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

    /** A callback that stands still so long may be waiting for the very thread that waits for it. */
    private static final long STANDSTILL = TimeUnit.MILLISECONDS.toNanos(100);

    /** The same for one that waits without standing still, in a loop or for a socket. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private CompletionOrder() {}

    /**
     * Lets a completion callback that another thread is in return before statuses come from this one. However slow it is, it is waited
     * for while it gets on; no lock is held meanwhile.
     *
     * @param node whose statuses will follow
     */
    static void await(HandleNode node) {
        Thread teller = node.completingThread();
        if (teller == null || teller == Thread.currentThread()) {
            return;
        }
        long begin = System.nanoTime();
        long movedAt = begin;
        while (node.completingThread() == teller) {
            long now = System.nanoTime();
            if (teller.getState() == Thread.State.RUNNABLE) {
                movedAt = now;
            }
            if (now - movedAt > STANDSTILL || now - begin > LONGEST) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
