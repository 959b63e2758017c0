package io.github.wininet4j.engine.http.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What decodes bodies, kept from one body for the next: to make it costs as much as a small body. One whose body is not
 * read to its end does not come back; what it holds outside the heap goes with the object.
 */
final class Inflaters implements AutoCloseable {
    private static final int MOST = 16;
    /** Some reads of the system at once. */
    private static final int PIECE = 16_384;

    /**
     * One of them.
     *
     * @param inflater for data without the zlib header
     * @param input memory for its input
     */
    record Kept(Inflater inflater, byte[] input) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Kept> idle = new ArrayDeque<>();
    private boolean closed;

    /** Returns one for the use of one body. */
    Kept take() {
        Kept known = last();
        return known == null ? new Kept(new Inflater(true), new byte[PIECE]) : known;
    }

    private @Nullable Kept last() {
        lock.lock();
        try {
            return idle.pollLast();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back one that its body needs no more. */
    void giveBack(Kept used) {
        used.inflater().reset();
        lock.lock();
        try {
            if (!closed && idle.size() < MOST) {
                idle.addLast(used);
                return;
            }
        } finally {
            lock.unlock();
        }
        used.inflater().end();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            idle.forEach(kept -> kept.inflater().end());
            idle.clear();
        } finally {
            lock.unlock();
        }
    }
}
