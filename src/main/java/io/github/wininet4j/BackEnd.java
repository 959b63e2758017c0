package io.github.wininet4j;

import io.github.wininet4j.trace.EngineCounters;
import org.jspecify.annotations.Nullable;

/** A {@link WinInet} that someone opened and has to close: one engine, or one loaded library. */
public interface BackEnd extends WinInet, AutoCloseable {
    /**
     * Names the kind of back end.
     *
     * @return {@code "engine"} or {@code "native"}
     */
    String id();

    /**
     * Reads what the back end has counted. Counting costs next to nothing and is always on; a closed engine keeps what
     * it had counted.
     *
     * @return the counters of an engine, also of one behind the project's own library; null of another library, which
     *     does not tell
     */
    @Nullable
    EngineCounters counters();

    /**
     * Closes every handle and ends every thread of this back end; returns when both is done. Calls made later fail with
     * {@code ERROR_INTERNET_SHUTDOWN}. Closing twice has no effect.
     *
     * <p>Waits for callbacks that have not returned; after two seconds an engine logs a warning for each, with its
     * thread, handle and stack (R-PROJ-CALL-2).
     */
    @Override
    void close();
}
