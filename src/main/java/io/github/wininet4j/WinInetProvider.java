package io.github.wininet4j;

/** Opens one kind of back end; found through {@link java.util.ServiceLoader}. */
public interface WinInetProvider {
    /**
     * Names the kind of back end.
     *
     * @return {@code "engine"} or {@code "native"}
     */
    String id();

    /**
     * Tells whether this kind can be opened here. Never throws.
     *
     * @return true if {@link #open} would work
     */
    boolean isAvailable();

    /**
     * Opens a back end.
     *
     * @param config what the host decides
     * @return the back end, to be closed by the caller
     */
    BackEnd open(WinInetConfig config);
}
