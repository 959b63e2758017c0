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
    /** A task that may leave a wait to no thread at all. */
    @FunctionalInterface
    public interface Task {
        /**
         * Runs it, to its end or to a wait.
         *
         * @return whether it has ended; if not, {@link SerialQueue#ended} is to be called at its end
         */
        boolean run();
    }

    /** Stands for the waiting task while there is none. */
    private enum Idle implements Task {
        MARKER;

        @Override
        public boolean run() {
            return true;
        }
    }

    private static final Task BUSY = Idle.MARKER;

    /** Not a reference of its own: there is a queue for each handle. */
    private static final AtomicReferenceFieldUpdater<SerialQueue, @Nullable Task> STATE =
            AtomicReferenceFieldUpdater.newUpdater(SerialQueue.class, Task.class, "state");

    /** Null while idle, {@link #BUSY} while a task runs, else the task that waits behind the one that runs. */
    private volatile @Nullable Task state;

    /** Creates an idle queue. */
    public SerialQueue() {}

    /**
     * Runs a task on a worker, after the one that runs now.
     *
     * @param workers where to run it
     * @param task the task
     * @throws RejectedExecutionException if no worker is available, or a task waits already
     */
    public void execute(Executor workers, Task task) {
        while (true) {
            Task current = state;
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

    private void start(Executor workers, Task task) {
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

    /** Ends a task that had left a wait; the next one runs on the calling thread. */
    public void ended() {
        drain(next());
    }

    private void drain(@Nullable Task first) {
        Task task = first;
        while (task != null && task.run()) {
            task = next();
        }
    }

    private @Nullable Task next() {
        return STATE.compareAndSet(this, BUSY, null) ? null : STATE.getAndSet(this, BUSY);
    }
}
