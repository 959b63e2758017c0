package io.github.wininet4j.function;

import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.CacheContainer;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/**
 * Containers of the URL cache: entries of programs of their own kind, told by what their URLs begin with, which a list
 * of content leaves out. All processes of the user see the same ones.
 *
 * <p>The length beside an {@link INTERNET_CACHE_CONTAINER_INFO} is in bytes and counts the fixed part and the texts
 * that follow it in C. In: room; out: bytes used, or needed on {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}; a null
 * structure asks for them.
 */
public interface UrlCacheContainerFunctions {
    /**
     * Makes a container.
     *
     * @param Name its name, not empty; upper and lower case are the same
     * @param lpCachePrefix what the URLs of its entries begin with, not empty
     * @param lpszCachePath the folder below which the contents of its entries lie, or null for where all others do;
     *     made if it is not there
     * @param KBCacheLimit the size that its entries may take in KB; 0 for the default
     * @param dwContainerType the type to keep with it
     * @param dwOptions reserved, 0
     * @param pvBuffer reserved, null
     * @param cbBuffer reserved, null
     * @return whether it was made; {@link Win32Error#ERROR_INVALID_PARAMETER},
     *     {@link Win32Error#ERROR_ALREADY_EXISTS} for a name that there is
     * @see "R-CENT-34, R-PROJ-CACHE-9, R-PROJ-CACHE-23, R-PROJ-CACHE-25; CreateUrlCacheContainer"
     */
    boolean CreateUrlCacheContainer(
            @Nullable String Name,
            @Nullable String lpCachePrefix,
            @Optional @Nullable String lpszCachePath,
            int KBCacheLimit,
            int dwContainerType,
            int dwOptions,
            @Reserved @Nullable LPVOID pvBuffer,
            @Reserved @Nullable DwordRef cbBuffer);

    /**
     * Deletes a container and the entries in it, and what the cache has made below its path.
     *
     * @param Name its name
     * @param dwOptions reserved, 0
     * @return whether there was one; {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @see "R-PROJ-CACHE-9, R-PROJ-CACHE-25; DeleteUrlCacheContainer"
     */
    boolean DeleteUrlCacheContainer(@Nullable String Name, int dwOptions);

    /**
     * Begins a list of the containers that programs made; {@code FindCloseUrlCache} ends it.
     *
     * @param pdwModified receives how often containers were made and deleted; in: what it was when the caller asked
     *     last, looked at with the option only
     * @param lpContainerInfo receives the first container
     * @param lpcbContainerInfo its length in bytes
     * @param dwOptions 0, or {@link CacheContainer#CACHE_FIND_CONTAINER_RETURN_NOCHANGE} to fail if nothing changed
     * @return the list, or null; {@link Win32Error#ERROR_NO_MORE_ITEMS}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER},
     *     {@link WinInetError#ERROR_INTERNET_NO_NEW_CONTAINERS} if nothing changed
     * @see "R-PROJ-CACHE-9; declared by winineti.h without a page"
     */
    @Nullable
    HANDLE FindFirstUrlCacheContainer(
            @InOut @Nullable DwordRef pdwModified,
            @Out @SizedBy(bytes = "lpcbContainerInfo") @Nullable INTERNET_CACHE_CONTAINER_INFO lpContainerInfo,
            @InOut @Nullable DwordRef lpcbContainerInfo,
            int dwOptions);

    /**
     * Goes on with a list of {@link #FindFirstUrlCacheContainer}; a short buffer does not skip the container.
     *
     * @param hEnumHandle the list
     * @param lpContainerInfo receives the next container
     * @param lpcbContainerInfo its length in bytes
     * @return whether there was one; after the last {@link Win32Error#ERROR_NO_MORE_ITEMS}
     * @see "R-PROJ-CACHE-9; declared by winineti.h without a page"
     */
    boolean FindNextUrlCacheContainer(
            @Nullable HANDLE hEnumHandle,
            @Out @SizedBy(bytes = "lpcbContainerInfo") @Nullable INTERNET_CACHE_CONTAINER_INFO lpContainerInfo,
            @InOut @Nullable DwordRef lpcbContainerInfo);

    /**
     * Makes room: removes entries, those first that were not used for longest. What may not be removed stays: entries
     * of the last ten minutes, sticky ones, those in use.
     *
     * @param lpszCachePath the folder of the cache or of its content, or null
     * @param dwSize how much of what the entries take is to be free, in percent, 1 to 100
     * @param dwFilter reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}, {@link Win32Error#ERROR_PATH_NOT_FOUND}
     *     for another folder
     * @see "R-CENT-35, R-PROJ-CACHE-10; FreeUrlCacheSpace"
     */
    boolean FreeUrlCacheSpace(@Optional @Nullable String lpszCachePath, int dwSize, int dwFilter);
}
