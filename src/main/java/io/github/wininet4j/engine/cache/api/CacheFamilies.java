package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.UrlCache;
import java.nio.file.Path;

/** The functions of entries, groups and containers, which share the handles of their enumerations (R-CENT-24). */
public final class CacheFamilies implements AutoCloseable {
    private final UrlCacheApi entries;
    private final UrlCacheGroupApi groups;
    private final UrlCacheContainerApi containers;

    /**
     * Creates the functions.
     *
     * @param cache what they work on
     * @param cookies where cookies are kept
     */
    public CacheFamilies(UrlCache cache, Path cookies) {
        OpenHandles handles = new OpenHandles();
        this.entries = new UrlCacheApi(cache, handles, cookies);
        this.groups = new UrlCacheGroupApi(cache, handles);
        this.containers = new UrlCacheContainerApi(cache, handles);
    }

    /** Returns the functions of entries. */
    public UrlCacheApi entries() {
        return entries;
    }

    /** Returns the functions of groups. */
    public UrlCacheGroupApi groups() {
        return groups;
    }

    /** Returns the functions of containers. */
    public UrlCacheContainerApi containers() {
        return containers;
    }

    /** Ends what programs left locked and open. */
    @Override
    public void close() {
        entries.close();
    }
}
