package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.handle.OperationSlot;
import java.util.concurrent.TimeUnit;

/** Holds back an operation's statuses until the callback that completes the one before returns or hangs (R-SEQ-15). */
final class CompletionOrder {
    /** A callback that takes no longer is waited for whatever it does. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long one look at a slower callback is apart from the next. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    /** A callback that stands still at so many looks on end may be waiting for the very thread that waits for it. */
    private static final int STANDSTILL = 10;

    /** The same for one that waits without standing still, in a loop or for a socket. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private CompletionOrder() {}

    /**
     * Lets a completion callback that another thread is in return before statuses come from this one. However slow it
     * is, it is waited for while it gets on; no lock is held meanwhile.
     *
     * @param slot whose statuses will follow
     */
    static void await(OperationSlot slot) {
        Thread completing = slot.completingThread();
        if (completing == null || completing == Thread.currentThread()) {
            return;
        }
        long begin = System.nanoTime();
        boolean returned = slot.awaitCompletion(completing, PATIENCE);
        int still = 0;
        while (!returned && still < STANDSTILL && System.nanoTime() - begin < LONGEST) {
            returned = slot.awaitCompletion(completing, PAUSE);
            still = completing.getState() == Thread.State.RUNNABLE ? 0 : still + 1;
        }
    }
}
