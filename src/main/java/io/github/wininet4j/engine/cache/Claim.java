package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps an entry and its file from being deleted until it is closed. Ends with its process. */
public final class Claim implements AutoCloseable {
    private final EntryClaims claims;
    private final SharedFolder folder;
    private final KnownEntry entry;
    private final String file;
    private final AtomicBoolean closed = new AtomicBoolean();

    Claim(EntryClaims claims, SharedFolder folder, KnownEntry entry, String file) {
        this.claims = claims;
        this.folder = folder;
        this.entry = entry;
        this.file = file;
    }

    /** Undoes it; an entry that was deleted or replaced in between loses its file now (R-CENT-27). */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (folder.release(file)) {
                claims.released(entry);
            }
        } catch (CacheClosedException e) {
            // The claims ended with the cache. What waited for this one goes when it is looked for, or is a day old.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
