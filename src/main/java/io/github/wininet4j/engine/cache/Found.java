package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** An entry that was found in the cache. */
public final class Found {
    private final UrlCache cache;
    private final KnownEntry known;

    Found(UrlCache cache, KnownEntry known) {
        this.cache = cache;
        this.known = known;
    }

    /** Returns what is kept of the URL. */
    public CacheEntry entry() {
        return known.entry();
    }

    /** Returns how it was used. */
    public EntryUse use() {
        return known.use();
    }

    /** Counts a use. */
    public void used() {
        cache.known().used(known);
    }

    /**
     * Opens the content.
     *
     * @return the file, or null if it is not there any more or is not what was stored
     * @throws IOException if it cannot be read
     */
    public @Nullable FileChannel open() throws IOException {
        return Interruption.postponedSearch(() -> cache.contents().open(known));
    }

    /**
     * Keeps entry and file from being deleted (R-CENT-25, R-LOCK-2).
     *
     * @return what undoes that
     * @throws IOException if the file system refuses
     */
    public Claim claim() throws IOException {
        return cache.claims().claim(known);
    }

    /**
     * Counts how often it is in use now.
     *
     * @return the claims of this process, and one for all others
     * @throws IOException if that cannot be told
     */
    public int claims() throws IOException {
        return cache.claims().count(known);
    }
}
