package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface UrlCacheGroupFunctions {
    /** TODO-DOC */
    @Nullable
    HANDLE FindFirstUrlCacheGroup(
            int dwFlags,
            int dwFilter,
            @Nullable LPVOID lpSearchCondition,
            int dwSearchCondition,
            @Nullable LongRef lpGroupId,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean FindNextUrlCacheGroup(@Nullable HANDLE hFind, @Nullable LongRef lpGroupId, @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean GetUrlCacheGroupAttribute(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @Nullable DwordRef lpdwGroupInfo,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean SetUrlCacheGroupAttribute(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    long CreateUrlCacheGroup(int dwFlags, @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean DeleteUrlCacheGroup(long GroupId, int dwFlags, @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean SetUrlCacheEntryGroup(
            @Nullable String lpszUrlName,
            int dwFlags,
            long GroupId,
            @Nullable ByteBuffer pbGroupAttributes,
            int cbGroupAttributes,
            @Nullable LPVOID lpReserved);
}
