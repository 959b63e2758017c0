package io.github.wininet4j.engine.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
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

    /** Null while idle, {@link #BUSY} while a task runs, else the task that waits behind the one that runs. */
    private final AtomicReference<@Nullable Runnable> state = new AtomicReference<>();

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
            Runnable current = state.get();
            if (current == null) {
                if (state.compareAndSet(null, BUSY)) {
                    start(workers, task);
                    return;
                }
            } else if (current != BUSY) {
                throw new RejectedExecutionException("one task waits already");
            } else if (state.compareAndSet(BUSY, task)) {
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
                state.set(null);
            }
        }
    }

    private void drain(Runnable first) {
        Runnable task = first;
        while (true) {
            task.run();
            if (state.compareAndSet(BUSY, null)) {
                return;
            }
            Runnable next = state.getAndSet(BUSY);
            task = next == null ? BUSY : next;
        }
    }
}
