package io.github.wininet4j.type;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;

/** What the URL cache knows about a group of entries (R-CGRP-4). */
public final class INTERNET_CACHE_GROUP_INFO implements Structure {
    /** Size of the structure in bytes. */
    @OwnSize
    public int dwGroupSize = 276;

    /** {@code CACHEGROUP_FLAG_*} bits. */
    public int dwGroupFlags;

    /** Type of the group. */
    public int dwGroupType;

    /** Room that the entries of the group use, in KB. */
    public int dwDiskUsage;

    /** Room that they may use, in KB. */
    public int dwDiskQuota;

    /** Four words that belong to the owner of the group. */
    @InPlace(4)
    public int[] dwOwnerStorage = new int[4];

    /** Name of the group, up to 119 characters. */
    @InPlace(120)
    public String szGroupName = "";

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_GROUP_INFO() {}

    @Override
    public int sizeof() {
        return 276;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
