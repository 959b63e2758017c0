package io.github.wininet4j.nativelib.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What has to be moved to a caller's memory: as it stands when the call returns to pend, and for good when it is over.
 * After that the memory belongs to the caller and is not touched again.
 */
public final class Results {
    private final ReentrantLock moving = new ReentrantLock();
    private final List<Runnable> moves = new ArrayList<>(2);
    private @Nullable Runnable end;
    private boolean over;
    private boolean succeeded;
    private boolean beside;

    /** Creates an empty list. */
    public Results() {}

    /**
     * Adds a move.
     *
     * @param move moves one result
     */
    public void add(Runnable move) {
        moves.add(move);
    }

    /**
     * Sets what to do when the call is over, after the last move.
     *
     * @param action gives up what the call used
     */
    public void atEnd(Runnable action) {
        end = action;
    }

    /**
     * Says that the call runs beside the other operations of its handle.
     *
     * @param value whether it does
     */
    public void setBeside(boolean value) {
        beside = value;
    }

    boolean isBeside() {
        return beside;
    }

    /**
     * Returns, while results are moved, whether the call succeeded.
     *
     * @return true if so
     */
    public boolean succeeded() {
        return succeeded;
    }

    /** Moves the results as they are when the call returns to pend, unless it has completed meanwhile. */
    public void pend() {
        move(false, false);
    }

    /**
     * Moves the results for good, for a call that is over.
     *
     * @param success whether the call succeeded
     */
    public void finish(boolean success) {
        Runnable action = end;
        if (move(success, true) && action != null) {
            action.run();
        }
    }

    /**
     * Moves the results for good, for a call that may not be over: its end is not reported. What it uses is left to the
     * collector.
     *
     * @param success whether the call succeeded
     */
    public void leave(boolean success) {
        move(success, true);
    }

    private boolean move(boolean success, boolean last) {
        moving.lock();
        try {
            if (over) {
                return false;
            }
            over = last;
            succeeded = success;
            for (Runnable move : moves) {
                move.run();
            }
            return true;
        } finally {
            moving.unlock();
        }
    }
}
