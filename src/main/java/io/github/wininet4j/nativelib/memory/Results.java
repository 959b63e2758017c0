package io.github.wininet4j.nativelib.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has to be moved to a caller's memory: as it stands when the call returns to pend, and for good when it is over. After that the
 * memory belongs to the caller and is not touched again.
 */
public final class Results {
    private final ReentrantLock moving = new ReentrantLock();
    private final List<Runnable> moves = new ArrayList<>(2);
    private boolean over;
    private boolean succeeded;

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
     * Tells, while results are moved, whether the call succeeded.
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
     * Moves the results for good.
     *
     * @param success whether the call succeeded
     * @return false if that was done before
     */
    public boolean finish(boolean success) {
        return move(success, true);
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
