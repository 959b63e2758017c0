package io.github.wininet4j.engine.handle;

import io.github.wininet4j.engine.work.SerialQueue;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Room for one operation at a time (R-ASYNC-22): who has it, who waits behind it, and whose completion is being told.
 * Each handle is one; a handle that can send while it receives has a second.
 */
public sealed class OperationSlot permits HandleNode, SideSlot {
    /** No thread's: the call that pended is over for its caller before a worker runs it (R-ASYNC-52). */
    private static final Object HANDED_OVER = new Object();

    // Costs less to start with than a variable handle does.
    private static final AtomicReferenceFieldUpdater<OperationSlot, Object> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(OperationSlot.class, Object.class, "owner");

    private final SerialQueue queue = new SerialQueue();

    /** The thread whose operation has this slot, or {@link #HANDED_OVER} until a worker takes the operation up. */
    private volatile @Nullable Object owner;

    /** The thread that is telling the callback of a completion. */
    private volatile @Nullable Thread completingThread;

    /** The thread that waits for that callback to return, to be woken then. */
    private volatile @Nullable Thread awaitingThread;

    /** Creates a free slot. */
    public OperationSlot() {}

    /** Returns the queue of the asynchronous operations. */
    public final SerialQueue queue() {
        return queue;
    }

    /**
     * Marks that an operation runs; there is one at a time (R-ASYNC-22).
     *
     * @return false if one runs already
     */
    public final boolean tryBeginOperation() {
        return OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    /** Leaves the operation that the calling thread began to whichever worker takes it up. */
    public final void handOverOperation() {
        owner = HANDED_OVER;
    }

    /** Takes up an operation that another thread began. */
    public final void takeUpOperation() {
        owner = Thread.currentThread();
    }

    /**
     * Returns whether the calling thread runs the operation, so that the call comes from inside one of its callbacks.
     */
    public final boolean isOperationOfThisThread() {
        return owner == Thread.currentThread();
    }

    /** Returns whether an operation runs that the calling thread is not inside of. */
    public final boolean isBusyElsewhere() {
        Object current = owner;
        return current != null && current != Thread.currentThread();
    }

    /** Marks that the operation has ended. */
    public final void endOperation() {
        owner = null;
    }

    /** Marks that the calling thread reports a completion, during which the next operation may be started already. */
    public final void beginCompletion() {
        completingThread = Thread.currentThread();
    }

    /** Marks that the callback has returned. */
    public final void endCompletion() {
        completingThread = null;
        Thread waiting = awaitingThread;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /**
     * Waits for a completion callback to return. Only the thread whose operation has the slot may do that.
     *
     * @param completing the thread that is in the callback
     * @param nanos how long at most
     * @return false if it has not returned by then
     */
    public final boolean awaitCompletion(Thread completing, long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        awaitingThread = Thread.currentThread();
        try {
            while (completingThread == completing) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                // An interrupted thread would not wait any more; what it means is for the operation to say.
                interrupted |= Thread.interrupted();
            }
            return true;
        } finally {
            awaitingThread = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the thread in a completion callback, or null if every one has returned. */
    public final @Nullable Thread completingThread() {
        return completingThread;
    }
}
