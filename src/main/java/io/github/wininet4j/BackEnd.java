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
     */
    @Override
    void close();
}
