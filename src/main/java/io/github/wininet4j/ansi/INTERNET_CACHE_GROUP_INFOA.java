package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.Structure;

/** {@link INTERNET_CACHE_GROUP_INFO} with the name in the code page. */
public final class INTERNET_CACHE_GROUP_INFOA implements Structure {
    static final int SIZE = 156;

    /** Size of the structure in bytes. */
    @OwnSize
    public int dwGroupSize = SIZE;

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

    /** Name of the group with its NUL. */
    @InPlace(120)
    public byte[] szGroupName = new byte[120];

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_CACHE_GROUP_INFOA() {}

    INTERNET_CACHE_GROUP_INFO wide(AnsiText text) {
        INTERNET_CACHE_GROUP_INFO wide = new INTERNET_CACHE_GROUP_INFO();
        wide.dwGroupSize = dwGroupSize == SIZE ? wide.sizeof() : dwGroupSize;
        wide.dwGroupFlags = dwGroupFlags;
        wide.dwGroupType = dwGroupType;
        wide.dwDiskUsage = dwDiskUsage;
        wide.dwDiskQuota = dwDiskQuota;
        wide.dwOwnerStorage = dwOwnerStorage.clone();
        wide.szGroupName = text.text(szGroupName, 0, AnsiText.length(szGroupName, 0));
        return wide;
    }

    void take(INTERNET_CACHE_GROUP_INFO wide, AnsiText text) {
        dwGroupSize = wide.dwGroupSize == wide.sizeof() ? SIZE : wide.dwGroupSize;
        dwGroupFlags = wide.dwGroupFlags;
        dwGroupType = wide.dwGroupType;
        dwDiskUsage = wide.dwDiskUsage;
        dwDiskQuota = wide.dwDiskQuota;
        dwOwnerStorage = wide.dwOwnerStorage;
        AnsiBuffers.fill(szGroupName, text.bytes(wide.szGroupName));
    }

    @Override
    public int sizeof() {
        return 156;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
