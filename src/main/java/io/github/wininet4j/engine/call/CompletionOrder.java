package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.handle.OperationSlot;
import io.github.wininet4j.engine.handle.SideSlot;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        await(nanos -> slot.awaitCompletion(completing, nanos), () -> completing);
    }

    /**
     * Lets a completion callback return that is told to the same handle for its other operation, in the same way.
     *
     * @param side whose turn is taken
     * @return whether it was taken; false for one that goes on without it
     */
    static boolean takeTurn(SideSlot side) {
        return await(side::takeTurn, side::teller);
    }

    private static boolean await(LongPredicate returned, Supplier<@Nullable Thread> teller) {
        WorkerThreads.beforeBlocking();
        long begin = System.nanoTime();
        boolean over = returned.test(PATIENCE);
        int still = 0;
        while (!over && still < STANDSTILL && System.nanoTime() - begin < LONGEST) {
            over = returned.test(PAUSE);
            Thread completing = teller.get();
            still = completing == null || completing.getState() == Thread.State.RUNNABLE ? 0 : still + 1;
        }
        return over;
    }
}
