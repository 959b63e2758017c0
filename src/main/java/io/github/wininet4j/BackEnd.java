package io.github.wininet4j;

/** A {@link WinInet} that someone opened and has to close: one engine, or one loaded library. */
public interface BackEnd extends WinInet, AutoCloseable {
    /**
     * Names the kind of back end.
     *
     * @return {@code "engine"} or {@code "native"}
     */
    String id();

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
