package io.github.wininet4j.constant;

/** Values of the functions of cache containers and of the counters in the head of the cache. */
public final class CacheContainer {
    private CacheContainer() {}

    /** {@code FindFirstUrlCacheContainer} fails if nothing has changed. */
    public static final int CACHE_FIND_CONTAINER_RETURN_NOCHANGE = 0x00000001;
    /** The counter of containers that were made and deleted. */
    public static final int CACHE_HEADER_DATA_CONLIST_CHANGE_COUNT = 0x00000001;
}
