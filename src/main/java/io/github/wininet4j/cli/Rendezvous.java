package io.github.wininet4j.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the two ends of one call meet: its return with {@code ERROR_IO_PENDING}, and its completion on another thread.
 * Either may be first, since WinInet starts working before the call has returned. The second one continues; so one
 * thread at a time works on a transfer, and each sees what the other wrote.
 */
final class Rendezvous {
    /** A call is being made. */
    private static final Object CALLING = new Object();
    /** The call has returned and its completion is awaited. */
    private static final Object AWAITING = new Object();

    /**
     * Null while no call is under way, else one of the marks, or the {@link CallResult} of a completion that was first.
     */
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    /** Records that a call is about to be made. */
    void begin() {
        if (!state.compareAndSet(null, CALLING)) {
            throw new IllegalStateException("a call is under way");
        }
    }

    /**
     * Marks the call as ended with its return, so that no completion follows (rule 4).
     *
     * @return false if one arrived anyway
     */
    boolean finish() {
        return state.getAndSet(null) == CALLING;
    }

    /**
     * Records that the call pended.
     *
     * @return the result if the completion was first, or null: then the thread that brings the completion goes on
     */
    @Nullable
    CallResult suspend() {
        if (state.compareAndSet(CALLING, AWAITING)) {
            return null;
        }
        return (CallResult) state.getAndSet(null);
    }

    /**
     * Records that a completion arrived.
     *
     * @param result what it says
     * @return what is to be done
     */
    Arrival complete(CallResult result) {
        if (state.compareAndSet(CALLING, result)) {
            return Arrival.CALLER_GOES_ON;
        }
        return state.compareAndSet(AWAITING, null) ? Arrival.GO_ON : Arrival.STRAY;
    }

    /** What the arrival of a completion leads to. */
    enum Arrival {
        /** The call has not returned yet; its thread will find the result. */
        CALLER_GOES_ON,
        /** The call has returned long since; who brings the completion sees to it that the transfer goes on. */
        GO_ON,
        /** No call awaits a completion: WinInet broke its contract. */
        STRAY
    }
}
