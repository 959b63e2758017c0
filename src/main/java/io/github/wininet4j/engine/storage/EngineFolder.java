package io.github.wininet4j.engine.storage;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine puts its files: the folder of its host, or one of its own, which is made when the first file needs it
 * and ends with the engine (R-PROJ-HOST-2).
 */
public final class EngineFolder implements AutoCloseable {
    private final @Nullable Path shared;
    private final ReentrantLock making = new ReentrantLock();
    // Guarded by making.
    private @Nullable Path own;
    private @Nullable PassingFolder passing;

    /**
     * Creates it; the disk is not touched.
     *
     * @param shared the folder of the host, or null for one of the engine's own
     */
    public EngineFolder(@Nullable Path shared) {
        this.shared = shared;
    }

    /**
     * Returns a folder in the lasting one.
     *
     * @param name its name
     * @return the folder, or null if nothing is to outlast the engine
     */
    public @Nullable Path lasting(String name) {
        return shared == null ? null : shared.resolve(name);
    }

    /** Returns the folder, which is made by now if it is the engine's own. */
    public Path path() {
        if (shared != null) {
            return shared;
        }
        making.lock();
        try {
            Path known = own;
            if (known == null) {
                Path place = Path.of(System.getProperty("java.io.tmpdir"));
                passing = PassingFolder.make(place);
                // Without it a file cannot be made either, which is for its caller to say.
                known = passing == null ? place.resolve("no folder for wininet4j") : passing.path();
                own = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }

    /** Deletes what is the engine's own. */
    @Override
    public void close() {
        making.lock();
        try {
            if (passing != null) {
                passing.close();
                passing = null;
            }
        } finally {
            making.unlock();
        }
    }
}
