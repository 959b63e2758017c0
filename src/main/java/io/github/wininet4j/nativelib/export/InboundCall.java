package io.github.wininet4j.nativelib.export;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One call from C: its arguments, and what has to be moved to the caller's memory, at its end or when the pending operation completes.
 */
final class InboundCall {
    private final ReentrantLock moving = new ReentrantLock();
    private final List<Runnable> results = new ArrayList<>(2);
    private final Pointer arguments;
    private boolean over;
    private boolean succeeded;

    InboundCall(Pointer arguments) {
        this.arguments = arguments;
    }

    /** Returns an argument, widened to 64 bits. */
    long slot(int index) {
        return arguments.getLong((long) index * Long.BYTES);
    }

    /** Returns the low 32 bits of an argument. */
    int number(int index) {
        return (int) slot(index);
    }

    /** Remembers what to move to the caller's memory. */
    void whenOver(Runnable move) {
        results.add(move);
    }

    /** Tells, while results are moved, whether the call succeeded. */
    boolean succeeded() {
        return succeeded;
    }

    /** Moves the results as they are when the call returns to pend, unless it has completed meanwhile. */
    void pend() {
        move(false, false);
    }

    /** Moves the results for good; the caller's memory is not touched afterwards. */
    void finish(boolean success) {
        move(success, true);
    }

    private void move(boolean success, boolean last) {
        moving.lock();
        try {
            if (!over) {
                over = last;
                succeeded = success;
                results.forEach(Runnable::run);
            }
        } finally {
            moving.unlock();
        }
    }
}
