package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_CACHE_ENTRY_INFO implements Structure {
    /** TODO-DOC */
    public int dwStructSize = 112;

    /** TODO-DOC */
    public @Nullable String lpszSourceUrlName;

    /** TODO-DOC */
    public @Nullable String lpszLocalFileName;

    /** TODO-DOC */
    public int CacheEntryType;

    /** TODO-DOC */
    public int dwUseCount;

    /** TODO-DOC */
    public int dwHitRate;

    /** TODO-DOC */
    public int dwSizeLow;

    /** TODO-DOC */
    public int dwSizeHigh;

    /** TODO-DOC */
    public FILETIME LastModifiedTime = new FILETIME();

    /** TODO-DOC */
    public FILETIME ExpireTime = new FILETIME();

    /** TODO-DOC */
    public FILETIME LastAccessTime = new FILETIME();

    /** TODO-DOC */
    public FILETIME LastSyncTime = new FILETIME();

    /** TODO-DOC */
    public @Nullable String lpHeaderInfo;

    /** TODO-DOC */
    public int dwHeaderInfoSize;

    /** TODO-DOC */
    public @Nullable String lpszFileExtension;

    /** TODO-DOC */
    public INTERNET_CACHE_ENTRY_INFO() {}

    @Override
    public int sizeof() {
        return 112;
    }
}
