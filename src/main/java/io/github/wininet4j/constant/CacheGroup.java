package io.github.wininet4j.constant;

/**
 * Values of the cache group functions (R-CGRP).
 */
public final class CacheGroup {
    private CacheGroup() {}

    // Attributes to get and set
    /** All of them. */
    public static final int CACHEGROUP_ATTRIBUTE_GET_ALL = 0xFFFFFFFF;
    /** Flags, type, disk usage and quota. */
    public static final int CACHEGROUP_ATTRIBUTE_BASIC = 0x00000001;
    /** The flags. */
    public static final int CACHEGROUP_ATTRIBUTE_FLAG = 0x00000002;
    /** The type. */
    public static final int CACHEGROUP_ATTRIBUTE_TYPE = 0x00000004;
    /** The quota. */
    public static final int CACHEGROUP_ATTRIBUTE_QUOTA = 0x00000008;
    /** The name. */
    public static final int CACHEGROUP_ATTRIBUTE_GROUPNAME = 0x00000010;
    /** The words that belong to the owner. */
    public static final int CACHEGROUP_ATTRIBUTE_STORAGE = 0x00000020;
    /** The attributes that can be set. */
    public static final int CACHEGROUP_READWRITE_MASK = 0x0000003C;

    // Flags of a group
    /** Its entries stay when room is made. */
    public static final int CACHEGROUP_FLAG_NONPURGEABLE = 0x00000001;
    /** Deleting the group deletes its entries. */
    public static final int CACHEGROUP_FLAG_FLUSHURL_ONDELETE = 0x00000002;
    /** Makes a number and no group. */
    public static final int CACHEGROUP_FLAG_GIDONLY = 0x00000004;

    // Search and type
    /** All groups. */
    public static final int CACHEGROUP_SEARCH_ALL = 0;
    /** The groups of a URL; not implemented. */
    public static final int CACHEGROUP_SEARCH_BYURL = 1;
    /** Not a type. */
    public static final int CACHEGROUP_TYPE_INVALID = 1;

    // Membership
    /** Puts the entry into the group. */
    public static final int INTERNET_CACHE_GROUP_ADD = 0;
    /** Takes the entry out of the group. */
    public static final int INTERNET_CACHE_GROUP_REMOVE = 1;

    // Sizes in INTERNET_CACHE_GROUP_INFO
    /** Characters of a name, with the NUL. */
    public static final int GROUPNAME_MAX_LENGTH = 120;
    /** Words that belong to the owner. */
    public static final int GROUP_OWNER_STORAGE_SIZE = 4;
}
