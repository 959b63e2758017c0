package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;

/** The cache is switched off, or its engine is being closed. */
final class CacheClosedException extends IOException {
    private static final long serialVersionUID = 1;

    CacheClosedException() {
        super("the URL cache is closed or switched off");
    }

    /** Whether work failed since its engine or its thread is to end, which is nothing that the file system refuses. */
    static boolean isEnd(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CacheClosedException) {
                return true;
            }
        }
        return Interruption.isCauseOf(failure);
    }
}
