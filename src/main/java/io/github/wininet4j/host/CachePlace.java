package io.github.wininet4j.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the URL cache is.
 *
 * @param kind what kind of place
 * @param folder the folder, for {@link Kind#FOLDER}
 */
public record CachePlace(Kind kind, @Nullable Path folder) {
    /** Kinds of places. */
    public enum Kind {
        /** Below the data directory, shared with all that use it. */
        SHARED,
        /** In a folder that the host names. */
        FOLDER,
        /** With the engine: it begins empty, nobody else sees it, and nothing of it is left. */
        ENGINE,
        /** Nowhere: nothing is kept. */
        NONE
    }

    /** Below the data directory: what holds if nothing is said. */
    public static final CachePlace SHARED = new CachePlace(Kind.SHARED, null);

    /**
     * With the engine, in memory where the system has a file system in memory, else in a temporary folder; it ends with
     * the engine.
     */
    public static final CachePlace OF_ENGINE = new CachePlace(Kind.ENGINE, null);

    /** Switched off. */
    public static final CachePlace NONE = new CachePlace(Kind.NONE, null);

    /**
     * Names a folder.
     *
     * @param folder the folder; made on first use
     * @return the place
     */
    public static CachePlace at(Path folder) {
        return new CachePlace(Kind.FOLDER, folder);
    }
}
