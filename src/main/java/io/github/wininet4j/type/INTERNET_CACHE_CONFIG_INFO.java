package io.github.wininet4j.type;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;

/** Settings of the URL cache; declared by winineti.h. Of several paths in C only the first is here. */
public final class INTERNET_CACHE_CONFIG_INFO implements Structure {
    /** Size of the structure in bytes. */
    @OwnSize
    public int dwStructSize = 560;

    /** Which container the settings are about: 0 content, 1 cookies, 2 history. */
    public int dwContainer;

    /** The quota in KB. */
    public int dwQuota;

    /** Reserved. */
    public int dwReserved4;

    /** Whether each user has a cache. */
    public boolean fPerUser;

    /** A {@code WININET_SYNC_MODE_*} value. */
    public int dwSyncMode;

    /** How many paths there are. */
    public int dwNumCachePaths;

    /** Folder of the cache. */
    @InPlace(260)
    public String CachePath = "";

    /** Size of the cache in KB. */
    public int dwCacheSize;

    /** KB in use by ordinary entries. */
    public int dwNormalUsage;

    /** KB in use by exempt entries. */
    public int dwExemptUsage;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_CONFIG_INFO() {}

    @Override
    public int sizeof() {
        return 560;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
