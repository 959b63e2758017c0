package io.github.wininet4j.ansi;

import io.github.wininet4j.function.UrlCacheContainerFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** {@link UrlCacheContainerFunctions} over bytes. */
public interface AnsiUrlCacheContainerFunctions {
    /**
     * As {@link UrlCacheContainerFunctions#CreateUrlCacheContainer}.
     *
     * @param Name its name
     * @param lpCachePrefix what the URLs of its entries begin with
     * @param lpszCachePath the folder, or null
     * @param KBCacheLimit as there
     * @param dwContainerType as there
     * @param dwOptions reserved, 0
     * @param pvBuffer null
     * @param cbBuffer null
     * @return whether it was made
     * @see "R-CENT-34; CreateUrlCacheContainer"
     */
    boolean CreateUrlCacheContainerA(
            byte @Nullable [] Name,
            byte @Nullable [] lpCachePrefix,
            byte @Nullable [] lpszCachePath,
            int KBCacheLimit,
            int dwContainerType,
            int dwOptions,
            @Nullable LPVOID pvBuffer,
            @Nullable DwordRef cbBuffer);

    /**
     * As {@link UrlCacheContainerFunctions#DeleteUrlCacheContainer}.
     *
     * @param Name its name
     * @param dwOptions reserved, 0
     * @return whether there was one
     * @see "DeleteUrlCacheContainer"
     */
    boolean DeleteUrlCacheContainerA(byte @Nullable [] Name, int dwOptions);

    /**
     * As {@link UrlCacheContainerFunctions#FindFirstUrlCacheContainer}.
     *
     * @param pdwModified as there
     * @param lpContainerInfo receives the first container
     * @param lpcbContainerInfo its length in bytes
     * @param dwOptions as there
     * @return the list, or null
     * @see "declared by winineti.h without a page"
     */
    @Nullable
    HANDLE FindFirstUrlCacheContainerA(
            @Nullable DwordRef pdwModified,
            @Nullable INTERNET_CACHE_CONTAINER_INFOA lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo,
            int dwOptions);

    /**
     * As {@link UrlCacheContainerFunctions#FindNextUrlCacheContainer}.
     *
     * @param hEnumHandle the list
     * @param lpContainerInfo receives the next container
     * @param lpcbContainerInfo its length in bytes
     * @return whether there was one
     * @see "declared by winineti.h without a page"
     */
    boolean FindNextUrlCacheContainerA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_CONTAINER_INFOA lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo);

    /**
     * As {@link UrlCacheContainerFunctions#FreeUrlCacheSpace}.
     *
     * @param lpszCachePath the folder of the cache or of its content, or null
     * @param dwSize as there
     * @param dwFilter reserved, 0
     * @return whether it worked
     * @see "R-CENT-35; FreeUrlCacheSpace"
     */
    boolean FreeUrlCacheSpaceA(byte @Nullable [] lpszCachePath, int dwSize, int dwFilter);
}
