package io.github.wininet4j;

/** Opens one kind of back end; found through {@link java.util.ServiceLoader}. */
public interface WinInetProvider {
    /**
     * Names the kind of back end.
     *
     * @return {@code "engine"} or {@code "native"}
     */
    String id();

    /** {@return whether {@link #open} would work here; never throws} */
    boolean isAvailable();

    /**
     * Opens a back end.
     *
     * @param config what the host decides
     * @return the back end, to be closed by the caller
     */
    BackEnd open(WinInetConfig config);
}
