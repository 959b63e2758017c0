package io.github.wininet4j.function;

import io.github.wininet4j.annotation.GroupId;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Groups of entries in the URL cache. A group is a 64-bit number; 0 is none. */
public interface UrlCacheGroupFunctions {
    /**
     * Begins a list of all groups; {@code FindCloseUrlCache} ends it.
     *
     * @param dwFlags reserved, 0
     * @param dwFilter {@link CacheGroup#CACHEGROUP_SEARCH_ALL}; searching by URL does not exist (R-CGRP-5)
     * @param lpSearchCondition reserved, null
     * @param dwSearchCondition reserved, 0
     * @param lpGroupId receives the first group
     * @param lpReserved reserved, null
     * @return the list, or null; {@link Win32Error#ERROR_FILE_NOT_FOUND} if there are no groups
     * @see "R-CGRP-5; FindFirstUrlCacheGroup"
     */
    @Nullable
    HANDLE FindFirstUrlCacheGroup(
            int dwFlags,
            int dwFilter,
            @Reserved @Nullable LPVOID lpSearchCondition,
            int dwSearchCondition,
            @Out @Nullable LongRef lpGroupId,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Goes on with a list of groups.
     *
     * @param hFind the list
     * @param lpGroupId receives the next group
     * @param lpReserved reserved, null
     * @return whether there was one
     * @see "R-CGRP-5; FindNextUrlCacheGroup"
     */
    boolean FindNextUrlCacheGroup(
            @Nullable HANDLE hFind, @Out @Nullable LongRef lpGroupId, @Reserved @Nullable LPVOID lpReserved);

    /**
     * Gives attributes of a group.
     *
     * @param gid the group
     * @param dwFlags reserved, 0
     * @param dwAttributes {@code CACHEGROUP_ATTRIBUTE_*} bits
     * @param lpGroupInfo receives the attributes
     * @param lpdwGroupInfo in: size of the structure in bytes; out: bytes used or needed
     * @param lpReserved reserved, null
     * @return whether it worked; {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}, {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @see "R-CGRP-4; GetUrlCacheGroupAttribute"
     */
    boolean GetUrlCacheGroupAttribute(
            @GroupId long gid,
            int dwFlags,
            int dwAttributes,
            @Out @SizedBy(bytes = "lpdwGroupInfo") @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @InOut @Nullable DwordRef lpdwGroupInfo,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Changes attributes of a group.
     *
     * @param gid the group
     * @param dwFlags reserved, 0
     * @param dwAttributes bits of {@link CacheGroup#CACHEGROUP_READWRITE_MASK}
     * @param lpGroupInfo the attributes
     * @param lpReserved reserved, null
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}, {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @see "R-CGRP-4; SetUrlCacheGroupAttribute"
     */
    boolean SetUrlCacheGroupAttribute(
            @GroupId long gid,
            int dwFlags,
            int dwAttributes,
            @In @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Makes a group.
     *
     * @param dwFlags {@link CacheGroup#CACHEGROUP_FLAG_NONPURGEABLE}, or {@link CacheGroup#CACHEGROUP_FLAG_GIDONLY} for
     *     a number without a group, or 0
     * @param lpReserved reserved, null
     * @return the group; 0 on failure
     * @see "R-CGRP-1; CreateUrlCacheGroup"
     */
    long CreateUrlCacheGroup(int dwFlags, @Reserved @Nullable LPVOID lpReserved);

    /**
     * Removes a group.
     *
     * @param GroupId the group
     * @param dwFlags {@link CacheGroup#CACHEGROUP_FLAG_FLUSHURL_ONDELETE} to remove entries that are in no other group,
     *     or 0
     * @param lpReserved reserved, null
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND} if there is no such group
     * @see "R-CGRP-3; DeleteUrlCacheGroup"
     */
    boolean DeleteUrlCacheGroup(@GroupId long GroupId, int dwFlags, @Reserved @Nullable LPVOID lpReserved);

    /**
     * Puts an entry into a group or takes it out; it may be in several.
     *
     * @param lpszUrlName the URL of the entry
     * @param dwFlags {@link CacheGroup#INTERNET_CACHE_GROUP_ADD} or {@link CacheGroup#INTERNET_CACHE_GROUP_REMOVE}
     * @param GroupId the group
     * @param pbGroupAttributes reserved, null
     * @param cbGroupAttributes reserved, 0
     * @param lpReserved reserved, null
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND} if there is no such entry
     * @see "R-CGRP-2; SetUrlCacheEntryGroup"
     */
    boolean SetUrlCacheEntryGroup(
            @Nullable String lpszUrlName,
            int dwFlags,
            @GroupId long GroupId,
            @Reserved @Nullable ByteBuffer pbGroupAttributes,
            int cbGroupAttributes,
            @Reserved @Nullable LPVOID lpReserved);
}
