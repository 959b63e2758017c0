package io.github.wininet4j.type;

/** Settings of the URL cache; declared by winineti.h. */
public final class INTERNET_CACHE_CONFIG_INFO implements Structure {
    /** Size of the structure in bytes. */
    public int dwStructSize = 560;

    /** Which container the settings are about. */
    public int dwContainer;

    /** The quota in KB. */
    public int dwQuota;

    /** Folder of the cache. */
    public String CachePath = "";

    /** Size of the cache in KB. */
    public int dwCacheSize;

    /** KB in use by ordinary entries. */
    public int dwNormalUsage;

    /** KB in use by exempt entries. */
    public int dwExemptUsage;

    /** Creates settings of zeros. */
    public INTERNET_CACHE_CONFIG_INFO() {}

    @Override
    public int sizeof() {
        return 560;
    }
}
