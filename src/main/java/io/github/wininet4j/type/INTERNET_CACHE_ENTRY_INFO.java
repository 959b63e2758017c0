package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.SizedBy;
import org.jspecify.annotations.Nullable;

/**
 * What the URL cache knows about an entry. In C the texts follow the fixed part in one buffer (R-CENT-16); a length
 * argument beside this structure counts them as if they did, and this object holds any length.
 */
public final class INTERNET_CACHE_ENTRY_INFO implements Structure {
    /** Size of the fixed part in bytes; set it before a call (R-CENT-33). */
    @OwnSize
    public int dwStructSize = 112;

    /** The URL. */
    public @Nullable String lpszSourceUrlName;

    /** Path of the file, or null if the entry has none. */
    public @Nullable String lpszLocalFileName;

    /** {@link io.github.wininet4j.constant.CacheEntryType} bits. */
    public int CacheEntryType;

    /** How many callers use the entry now. */
    public int dwUseCount;

    /** How often the entry was asked for. */
    public int dwHitRate;

    /** Low 32 bits of the size of the file in bytes. */
    public int dwSizeLow;

    /** High 32 bits of the size of the file in bytes. */
    public int dwSizeHigh;

    /** When the server's copy changed last. */
    public FILETIME LastModifiedTime = new FILETIME();

    /** When the entry expires; zero if it does not. */
    public FILETIME ExpireTime = new FILETIME();

    /** When the entry was used last. */
    public FILETIME LastAccessTime = new FILETIME();

    /** When the entry was compared with the server last. */
    public FILETIME LastSyncTime = new FILETIME();

    /** The stored answer headers, status line first (R-CENT-6). */
    @SizedBy(characters = "dwHeaderInfoSize")
    public @Nullable String lpHeaderInfo;

    /** Length of the headers in characters, without a NUL. */
    public int dwHeaderInfoSize;

    /** Extension of the file; not filled from the argument of the commit (R-CENT-13). */
    public @Nullable String lpszFileExtension;

    /** Seconds during which a sticky entry is not removed (R-CENT-10). */
    public int dwExemptDelta;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_ENTRY_INFO() {}

    @Override
    public int sizeof() {
        return 112;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
