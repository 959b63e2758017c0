package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * What the URL cache knows about a container. In C the texts follow the fixed part in one buffer; a length argument
 * beside this structure counts them as if they did, and this object holds any length.
 */
public final class INTERNET_CACHE_CONTAINER_INFO implements Structure {
    /** Version of the container; 0. */
    public int dwCacheVersion;

    /** Its name. */
    public @Nullable String lpszName;

    /** What the URLs of its entries begin with. */
    public @Nullable String lpszCachePrefix;

    /** Label of a volume; null. */
    public @Nullable String lpszVolumeLabel;

    /** Title of a volume; null. */
    public @Nullable String lpszVolumeTitle;

    /** Creates a structure with all members zero. */
    public INTERNET_CACHE_CONTAINER_INFO() {}

    @Override
    public int sizeof() {
        return 40;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
