package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/**
 * {@link INTERNET_CACHE_ENTRY_INFO} with text in the code page and headers as ISO-8859-1 bytes. The length argument
 * beside it counts the texts as if they followed the structure; this object holds any length.
 */
public final class INTERNET_CACHE_ENTRY_INFOA implements Structure {
    static final int FIXED_PART = 112;

    /** Size of the fixed part in bytes; set it before a call (R-CENT-33). */
    @OwnSize
    public int dwStructSize = FIXED_PART;

    /** The URL. */
    public byte @Nullable [] lpszSourceUrlName;

    /** Path of the file, or null if the entry has none. */
    public byte @Nullable [] lpszLocalFileName;

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
    public byte @Nullable [] lpHeaderInfo;

    /** Length of the headers in bytes, without a NUL. */
    public int dwHeaderInfoSize;

    /** Extension of the file; not filled from the argument of the commit (R-CENT-13). */
    public byte @Nullable [] lpszFileExtension;

    /** Seconds during which a sticky entry is not removed (R-CENT-10). */
    public int dwExemptDelta;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_ENTRY_INFOA() {}

    INTERNET_CACHE_ENTRY_INFO wide(AnsiText text) {
        INTERNET_CACHE_ENTRY_INFO wide = new INTERNET_CACHE_ENTRY_INFO();
        wide.dwStructSize = dwStructSize;
        wide.lpszSourceUrlName = text.text(lpszSourceUrlName);
        wide.lpszLocalFileName = text.text(lpszLocalFileName);
        wide.CacheEntryType = CacheEntryType;
        wide.dwUseCount = dwUseCount;
        wide.dwHitRate = dwHitRate;
        wide.dwSizeLow = dwSizeLow;
        wide.dwSizeHigh = dwSizeHigh;
        wide.LastModifiedTime = LastModifiedTime;
        wide.ExpireTime = ExpireTime;
        wide.LastAccessTime = LastAccessTime;
        wide.LastSyncTime = LastSyncTime;
        wide.lpHeaderInfo = AnsiText.header(lpHeaderInfo);
        wide.dwHeaderInfoSize = dwHeaderInfoSize;
        wide.lpszFileExtension = text.text(lpszFileExtension);
        wide.dwExemptDelta = dwExemptDelta;
        return wide;
    }

    void take(INTERNET_CACHE_ENTRY_INFO wide, AnsiText text) {
        dwStructSize = wide.dwStructSize;
        lpszSourceUrlName = AnsiBuffers.terminated(wide.lpszSourceUrlName, text::bytes);
        lpszLocalFileName = AnsiBuffers.terminated(wide.lpszLocalFileName, text::bytes);
        CacheEntryType = wide.CacheEntryType;
        dwUseCount = wide.dwUseCount;
        dwHitRate = wide.dwHitRate;
        dwSizeLow = wide.dwSizeLow;
        dwSizeHigh = wide.dwSizeHigh;
        LastModifiedTime = wide.LastModifiedTime;
        ExpireTime = wide.ExpireTime;
        LastAccessTime = wide.LastAccessTime;
        LastSyncTime = wide.LastSyncTime;
        lpHeaderInfo = AnsiBuffers.terminated(wide.lpHeaderInfo, AnsiText::headerBytes);
        dwHeaderInfoSize = wide.dwHeaderInfoSize;
        lpszFileExtension = AnsiBuffers.terminated(wide.lpszFileExtension, text::bytes);
        dwExemptDelta = wide.dwExemptDelta;
    }

    /** Returns how much room structure and texts take in C. */
    int totalSize() {
        return FIXED_PART
                + size(lpszSourceUrlName)
                + size(lpszLocalFileName)
                + size(lpHeaderInfo)
                + size(lpszFileExtension);
    }

    private static int size(byte @Nullable [] text) {
        return text == null ? 0 : text.length;
    }

    @Override
    public int sizeof() {
        return 112;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
