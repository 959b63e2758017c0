package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.EventSource;
import io.github.wininet4j.engine.work.Leadership;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One selector for the sockets that workers wait for. Each socket stays registered for as long as it lives, so a read
 * that waits costs one system call; with the JDK's own sockets it costs a virtual thread three, to read in vain, to
 * register and to read.
 *
 * <p>The worker that selects reads for those that wait, and runs what was to follow on a wait that no thread does. The
 * loop starts with the first socket and ends with the engine. Threads that are no workers read for themselves.
 */
final class SelectorLoop implements AutoCloseable {
    private final WorkerThreads workers;
    private final ReentrantLock lock = new ReentrantLock();
    /** Made with the first socket, as is what leads. Guarded by the lock. */
    private @Nullable Selector selector;
    /** Guarded by the lock. */
    private @Nullable Leadership leadership;

    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param workers the threads that sockets are for, and one for the loop
     */
    SelectorLoop(WorkerThreads workers) {
        this.workers = workers;
    }

    /** Begins to look after a socket that is connected. */
    SelectionKey register(SelectorSocket socket, SocketChannel channel) throws IOException {
        try {
            Selector all = started();
            SelectionKey key = channel.register(all, SelectionKey.OP_READ, socket);
            all.wakeup();
            if (closed) {
                // Maybe too late for the loop to see it.
                throw new ClosedSelectorException();
            }
            return key;
        } catch (ClosedSelectorException | RejectedExecutionException e) {
            SocketException ended = new SocketException("the engine is closed");
            ended.initCause(e);
            throw ended;
        }
    }

    private Selector started() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new ClosedSelectorException();
            }
            if (selector == null) {
                Selector made = Selector.open();
                boolean running = false;
                try {
                    leadership = workers.lead(new Events(made));
                    running = true;
                } finally {
                    if (!running) {
                        made.close();
                    }
                }
                selector = made;
            }
            return selector;
        } finally {
            lock.unlock();
        }
    }

    /** Listens for something from now on. */
    static void listen(SelectionKey key, int operation) {
        key.interestOpsOr(operation);
        key.selector().wakeup();
    }

    /** Runs what was left to a worker that leads, or on one of its own. */
    void resume(Runnable task) {
        try {
            workers.executeSoon(task);
        } catch (RejectedExecutionException e) {
            // The engine ends; the thread that ends the wait has to do.
            task.run();
        }
    }

    /** Whether the calling thread should look first whether there is something, since its wait would cost more. */
    boolean mayReadInVain() {
        return !workers.areVirtual() || WorkerThreads.isLeading();
    }

    /** Ends the loop. Sockets that are open are closed. */
    @Override
    public void close() {
        Leadership ending;
        lock.lock();
        try {
            closed = true;
            ending = leadership;
            if (selector != null) {
                selector.wakeup();
            }
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            ending.close();
        }
    }

    /** What the sockets have. */
    private final class Events implements EventSource {
        private final Selector all;

        Events(Selector all) {
            this.all = all;
        }

        // A hint is all that the yield is.
        @SuppressWarnings("ThreadPriorityCheck")
        @Override
        public void await(boolean wait) throws IOException {
            if (wait) {
                all.select(Events::tell);
            } else {
                all.selectNow(Events::tell);
            }
            if (workers.areVirtual()) {
                // Those that were woken go first; meanwhile more arrives for the next round.
                Thread.yield();
            }
        }

        private static void tell(SelectionKey key) {
            ((SelectorSocket) key.attachment()).ready(key);
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void end() {
            new ArrayList<>(all.keys()).forEach(key -> ((SelectorSocket) key.attachment()).close());
            try {
                all.close();
            } catch (IOException e) {
                // Nothing is left to be selected.
            }
        }
    }
}
