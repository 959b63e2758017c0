package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
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
 * Reads for the virtual threads that wait for their sockets. Each socket stays registered with one selector for as long
 * as it lives, so a read that waits costs one system call; with the JDK's own sockets it costs three, to read in vain,
 * to register and to read.
 *
 * <p>The loop is a virtual thread too: it takes turns with those it wakes, on the same processors, instead of waking
 * those. It starts with the first socket and ends with the engine. Threads of the system read their sockets themselves,
 * at one system call each.
 */
final class SelectorLoop implements AutoCloseable {
    private static final SafeLogger LOG = SafeLogger.of(SelectorLoop.class);

    private final WorkerThreads workers;
    private final ReentrantLock lock = new ReentrantLock();
    /** Made with the first socket. Guarded by the lock. */
    private @Nullable Selector selector;

    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param workers the threads that sockets are for, and one for the loop
     */
    SelectorLoop(WorkerThreads workers) {
        this.workers = workers;
    }

    /**
     * Makes the kind of socket that suits the current thread.
     *
     * @return a socket that is not connected
     * @throws IOException if the system gives none
     */
    ChannelSocket newSocket() throws IOException {
        // Channels know no proxies: those of the JVM must not come between.
        return workers.isOnVirtualThread()
                ? new SelectorSocket(this, SocketChannel.open())
                : new BlockingSocket(SocketChannel.open());
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
                    workers.execute(() -> run(made));
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

    // A hint is all that the yield is.
    @SuppressWarnings("ThreadPriorityCheck")
    private void run(Selector all) {
        try (all) {
            try {
                while (!closed) {
                    all.select(SelectorLoop::tell);
                    // Those that were woken go first; meanwhile more arrives for the next round.
                    Thread.yield();
                }
            } finally {
                new ArrayList<>(all.keys()).forEach(key -> ((SelectorSocket) key.attachment()).close());
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, () -> "sockets cannot be selected", e);
        }
    }

    private static void tell(SelectionKey key) {
        ((SelectorSocket) key.attachment()).ready(key);
    }

    /** Ends the loop. Sockets that are open are closed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (selector != null) {
                selector.wakeup();
            }
        } finally {
            lock.unlock();
        }
    }
}
