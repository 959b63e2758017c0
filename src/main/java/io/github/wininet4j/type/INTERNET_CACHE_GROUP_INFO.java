package io.github.wininet4j.type;

/** TODO-DOC */
public final class INTERNET_CACHE_GROUP_INFO implements Structure {
    /** TODO-DOC */
    public int dwGroupSize = 276;

    /** TODO-DOC */
    public int dwGroupFlags;

    /** TODO-DOC */
    public int dwGroupType;

    /** TODO-DOC */
    public int dwDiskUsage;

    /** TODO-DOC */
    public int dwDiskQuota;

    /** TODO-DOC */
    public int[] dwOwnerStorage = new int[4];

    /** TODO-DOC */
    public String szGroupName = "";

    /** TODO-DOC */
    public INTERNET_CACHE_GROUP_INFO() {}

    @Override
    public int sizeof() {
        return 276;
    }
}
