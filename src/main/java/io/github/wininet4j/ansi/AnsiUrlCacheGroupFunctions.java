package io.github.wininet4j.ansi;

import io.github.wininet4j.function.UrlCacheGroupFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link UrlCacheGroupFunctions} over bytes: the functions that carry text. */
public interface AnsiUrlCacheGroupFunctions {
    /**
     * As {@link UrlCacheGroupFunctions#GetUrlCacheGroupAttribute}.
     *
     * @param gid the group
     * @param dwFlags reserved, 0
     * @param dwAttributes as there
     * @param lpGroupInfo receives the attributes
     * @param lpdwGroupInfo in: room in bytes; out: bytes
     * @param lpReserved null
     * @return whether it worked
     * @see "R-CGRP-4; GetUrlCacheGroupAttribute"
     */
    boolean GetUrlCacheGroupAttributeA(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFOA lpGroupInfo,
            @Nullable DwordRef lpdwGroupInfo,
            @Nullable LPVOID lpReserved);

    /**
     * As {@link UrlCacheGroupFunctions#SetUrlCacheGroupAttribute}.
     *
     * @param gid the group
     * @param dwFlags reserved, 0
     * @param dwAttributes as there
     * @param lpGroupInfo the attributes
     * @param lpReserved null
     * @return whether it worked
     * @see "R-CGRP-4; SetUrlCacheGroupAttribute"
     */
    boolean SetUrlCacheGroupAttributeA(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFOA lpGroupInfo,
            @Nullable LPVOID lpReserved);

    /**
     * As {@link UrlCacheGroupFunctions#SetUrlCacheEntryGroup}. The plain name of the C library is this function.
     *
     * @param lpszUrlName the URL
     * @param dwFlags as there
     * @param GroupId the group
     * @param pbGroupAttributes null
     * @param cbGroupAttributes reserved, 0
     * @param lpReserved null
     * @return whether it worked
     * @see "R-CGRP-2; SetUrlCacheEntryGroup"
     */
    boolean SetUrlCacheEntryGroupA(
            byte @Nullable [] lpszUrlName,
            int dwFlags,
            long GroupId,
            @Nullable ByteBuffer pbGroupAttributes,
            int cbGroupAttributes,
            @Nullable LPVOID lpReserved);
}
