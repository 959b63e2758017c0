package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.Structure;

/** {@link INTERNET_CACHE_CONFIG_INFO} with the path in the code page. */
public final class INTERNET_CACHE_CONFIG_INFOA implements Structure {
    static final int SIZE = 300;

    /** Size of the structure in bytes. */
    @OwnSize
    public int dwStructSize = SIZE;

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

    /** Folder of the cache, with its NUL. */
    @InPlace(260)
    public byte[] CachePath = new byte[260];

    /** Size of the cache in KB. */
    public int dwCacheSize;

    /** KB in use by ordinary entries. */
    public int dwNormalUsage;

    /** KB in use by exempt entries. */
    public int dwExemptUsage;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_CONFIG_INFOA() {}

    INTERNET_CACHE_CONFIG_INFO wide(AnsiText text) {
        INTERNET_CACHE_CONFIG_INFO wide = new INTERNET_CACHE_CONFIG_INFO();
        wide.dwStructSize = dwStructSize == SIZE ? wide.sizeof() : dwStructSize;
        wide.dwContainer = dwContainer;
        wide.dwQuota = dwQuota;
        wide.dwReserved4 = dwReserved4;
        wide.fPerUser = fPerUser;
        wide.dwSyncMode = dwSyncMode;
        wide.dwNumCachePaths = dwNumCachePaths;
        wide.CachePath = text.text(CachePath, 0, AnsiText.length(CachePath, 0));
        wide.dwCacheSize = dwCacheSize;
        wide.dwNormalUsage = dwNormalUsage;
        wide.dwExemptUsage = dwExemptUsage;
        return wide;
    }

    void take(INTERNET_CACHE_CONFIG_INFO wide, AnsiText text) {
        dwStructSize = wide.dwStructSize == wide.sizeof() ? SIZE : wide.dwStructSize;
        dwContainer = wide.dwContainer;
        dwQuota = wide.dwQuota;
        dwReserved4 = wide.dwReserved4;
        fPerUser = wide.fPerUser;
        dwSyncMode = wide.dwSyncMode;
        dwNumCachePaths = wide.dwNumCachePaths;
        AnsiBuffers.fill(CachePath, text.bytes(wide.CachePath));
        dwCacheSize = wide.dwCacheSize;
        dwNormalUsage = wide.dwNormalUsage;
        dwExemptUsage = wide.dwExemptUsage;
    }

    @Override
    public int sizeof() {
        return 300;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
