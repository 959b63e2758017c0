package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheEntryType;

/** Entries that are no content: their URLs say so (R-CENT-9, R-CENT-20). */
public final class EntryKind {
    private static final String COOKIE = "cookie:";
    private static final String VISITED = "visited:";

    private EntryKind() {}

    /**
     * Returns the kind of an entry.
     *
     * @param url its URL, or how that begins
     * @return a {@code CacheEntryType} bit; 0 for content
     */
    public static int of(String url) {
        if (has(url, VISITED)) {
            return CacheEntryType.URLHISTORY_CACHE_ENTRY;
        }
        return has(url, COOKIE) ? CacheEntryType.COOKIE_CACHE_ENTRY : 0;
    }

    private static boolean has(String url, String prefix) {
        return url.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
