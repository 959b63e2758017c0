package io.github.wininet4j.engine.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one handle one after the other. A task handed in while another runs waits for that one's end,
 * callback included, and then runs on the same worker; so a completion callback that starts the next operation neither
 * recurses nor overlaps (R-ASYNC-45, R-SEQ-15).
 *
 * <p>There is room for one waiting task, since a handle has at most one operation in progress (R-ASYNC-22).
 */
public final class SerialQueue {
    /** Stands for the waiting task while there is none. */
    private enum Idle implements Runnable {
        MARKER;

        @Override
        public void run() {}
    }

    private static final Runnable BUSY = Idle.MARKER;

    /** Not a reference of its own: there is a queue for each handle. */
    private static final AtomicReferenceFieldUpdater<SerialQueue, @Nullable Runnable> STATE =
            AtomicReferenceFieldUpdater.newUpdater(SerialQueue.class, Runnable.class, "state");

    /** Null while idle, {@link #BUSY} while a task runs, else the task that waits behind the one that runs. */
    private volatile @Nullable Runnable state;

    /** Creates an idle queue. */
    public SerialQueue() {}

    /**
     * Runs a task on a worker, after the one that runs now.
     *
     * @param workers where to run it
     * @param task the task
     * @throws RejectedExecutionException if no worker is available, or a task waits already
     */
    public void execute(Executor workers, Runnable task) {
        while (true) {
            Runnable current = state;
            if (current == null) {
                if (STATE.compareAndSet(this, null, BUSY)) {
                    start(workers, task);
                    return;
                }
            } else if (current != BUSY) {
                throw new RejectedExecutionException("one task waits already");
            } else if (STATE.compareAndSet(this, BUSY, task)) {
                return;
            }
        }
    }

    private void start(Executor workers, Runnable task) {
        boolean started = false;
        try {
            workers.execute(() -> drain(task));
            started = true;
        } finally {
            if (!started) {
                state = null;
            }
        }
    }

    private void drain(Runnable first) {
        Runnable task = first;
        while (true) {
            task.run();
            if (STATE.compareAndSet(this, BUSY, null)) {
                return;
            }
            Runnable next = STATE.getAndSet(this, BUSY);
            task = next == null ? BUSY : next;
        }
    }
}
