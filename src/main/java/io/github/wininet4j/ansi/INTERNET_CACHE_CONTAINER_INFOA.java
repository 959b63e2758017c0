package io.github.wininet4j.ansi;

import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/**
 * {@link INTERNET_CACHE_CONTAINER_INFO} with text in the code page. The length argument beside it counts the texts as
 * if they followed the structure; this object holds any length.
 */
public final class INTERNET_CACHE_CONTAINER_INFOA implements Structure {
    static final int FIXED_PART = 40;

    /** Version of the container; 0. */
    public int dwCacheVersion;

    /** Its name. */
    public byte @Nullable [] lpszName;

    /** What the URLs of its entries begin with. */
    public byte @Nullable [] lpszCachePrefix;

    /** Label of a volume; null. */
    public byte @Nullable [] lpszVolumeLabel;

    /** Title of a volume; null. */
    public byte @Nullable [] lpszVolumeTitle;

    /** Creates a structure with all members zero. */
    public INTERNET_CACHE_CONTAINER_INFOA() {}

    void take(INTERNET_CACHE_CONTAINER_INFO wide, AnsiText text) {
        dwCacheVersion = wide.dwCacheVersion;
        lpszName = AnsiBuffers.terminated(wide.lpszName, text::bytes);
        lpszCachePrefix = AnsiBuffers.terminated(wide.lpszCachePrefix, text::bytes);
        lpszVolumeLabel = AnsiBuffers.terminated(wide.lpszVolumeLabel, text::bytes);
        lpszVolumeTitle = AnsiBuffers.terminated(wide.lpszVolumeTitle, text::bytes);
    }

    /** Returns how much room structure and texts take in C. */
    int totalSize() {
        return FIXED_PART + size(lpszName) + size(lpszCachePrefix) + size(lpszVolumeLabel) + size(lpszVolumeTitle);
    }

    private static int size(byte @Nullable [] text) {
        return text == null ? 0 : text.length;
    }

    @Override
    public int sizeof() {
        return 40;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
