package io.github.wininet4j.engine.handle;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Room for a second operation of a handle beside the one that every handle can have. Completions of the two are told
 * one after the other (R-SEQ-15).
 */
public final class SideSlot extends OperationSlot {
    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Thread teller;

    /** Creates a free slot. */
    public SideSlot() {}

    /**
     * Takes the turn to tell a completion.
     *
     * @param nanos how long to wait for it at most
     * @return false if another thread has it still
     */
    public boolean takeTurn(long nanos) {
        // A callback may have interrupted its own thread.
        boolean interrupted = Thread.interrupted();
        try {
            if (!turn.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
            teller = Thread.currentThread();
            return true;
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives the turn back. */
    public void endTurn() {
        teller = null;
        turn.release();
    }

    /** Returns the thread whose turn it is, or null if it is nobody's. */
    public @Nullable Thread teller() {
        return teller;
    }
}
