package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** The loops that sockets are shared out among, so that one processor does not select for all the others. */
final class SelectorLoops implements AutoCloseable {
    private final WorkerThreads workers;
    private final SelectorLoop[] loops;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Starts nothing yet.
     *
     * @param workers the threads that sockets are for, and some for the loops
     * @param count how many loops
     */
    SelectorLoops(WorkerThreads workers, int count) {
        this.workers = workers;
        this.loops = new SelectorLoop[count];
        for (int i = 0; i < count; i++) {
            loops[i] = new SelectorLoop(workers);
        }
    }

    /** Returns how many loops suit a machine: the other half of its processors is for who they serve. */
    static int count(int processors) {
        return Math.max(1, processors / 2);
    }

    /**
     * Makes the kind of socket that suits the current thread.
     *
     * @return a socket that is not connected
     * @throws IOException if the system gives none
     */
    ChannelSocket newSocket() throws IOException {
        // Channels know no proxies: those of the JVM must not come between.
        SocketChannel channel = SocketChannel.open();
        return workers.mayWaitForSelector()
                ? new SelectorSocket(loops[Math.floorMod(next.getAndIncrement(), loops.length)], channel)
                : new BlockingSocket(channel);
    }

    /** Ends the loops. Sockets that are open are closed. */
    @Override
    public void close() {
        for (SelectorLoop loop : loops) {
            loop.close();
        }
    }
}
