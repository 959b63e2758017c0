package io.github.wininet4j.engine.http.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How a program wants the response to be named in the cache.
 *
 * @param key tells its entry from others of its URL, or null (R-OPTN-53)
 * @param extension of its file, or null for that of the URL (R-OPTN-96)
 */
public record CacheNames(@Nullable String key, @Nullable String extension) {
    /** As the URL says. */
    public static final CacheNames OF_URL = new CacheNames(null, null);

    /**
     * Gives the names.
     *
     * @param key as {@link #key}
     * @param extension as {@link #extension}
     * @return the names
     */
    public static CacheNames of(@Nullable String key, @Nullable String extension) {
        return key == null && extension == null ? OF_URL : new CacheNames(key, extension);
    }
}
