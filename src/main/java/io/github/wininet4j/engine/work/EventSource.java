package io.github.wininet4j.engine.work;

import java.io.IOException;

/** What a leader waits for. Only the leader calls it, but for {@link #isClosed}. */
public interface EventSource {
    /**
     * Hands what each event brings to {@link WorkerThreads#executeSoon}.
     *
     * @param wait whether to wait if there is no event; false to take what is there
     * @throws IOException if there will be no events any more
     */
    void await(boolean wait) throws IOException;

    /** Returns whether it was closed, which ends a wait. */
    boolean isClosed();

    /** Gives up what waits for events; the last call. */
    void end();
}
