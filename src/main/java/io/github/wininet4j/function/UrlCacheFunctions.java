package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.ByValue;
import io.github.wininet4j.annotation.Capacity;
import io.github.wininet4j.annotation.GroupId;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the URL cache. URLs are looked up as they are, without parsing: one with a fragment is not found
 * (R-CENT-15).
 *
 * <p>The length beside an {@link INTERNET_CACHE_ENTRY_INFO} is in bytes and counts the fixed part and the texts that
 * follow it in C. In: room; out: bytes used, or needed on {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}; a null
 * structure asks for them.
 */
public interface UrlCacheFunctions {
    /**
     * Reserves the name of a file for an entry. The caller writes the file and calls {@link #CommitUrlCacheEntry}.
     *
     * @param lpszUrlName the URL, not empty
     * @param dwExpectedFileSize its size in bytes, or 0 if it is not known
     * @param lpszFileExtension extension without the dot, or null
     * @param lpszFileName receives the path, {@code MAX_PATH} characters at least
     * @param dwReserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}, {@link Win32Error#ERROR_DISK_FULL}
     * @see "R-CENT-3, R-CENT-4; CreateUrlCacheEntry"
     */
    boolean CreateUrlCacheEntry(
            @Nullable String lpszUrlName,
            int dwExpectedFileSize,
            @Optional @Nullable String lpszFileExtension,
            @Out @Capacity(260) @Nullable TextBuffer lpszFileName,
            int dwReserved);

    /**
     * Stores an entry, or changes headers and file of one that exists (R-CENT-8).
     *
     * @param lpszUrlName the URL
     * @param lpszLocalFileName the file, or null for an entry without one
     * @param ExpireTime when it expires; zero if it does not
     * @param LastModifiedTime when the server's copy changed last
     * @param CacheEntryType {@link CacheEntryType} bits
     * @param lpszHeaderInfo the answer headers, a status line and an empty line at least (R-CENT-6); or null
     * @param dwHeaders not looked at (R-CENT-12)
     * @param lpszFileExtension reserved, null
     * @param lpszOriginalUrl the URL before redirects, or null
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND} for a missing file,
     *     {@link Win32Error#ERROR_SHARING_VIOLATION} for an entry in use
     * @see "R-CENT-5 to R-CENT-13; CommitUrlCacheEntry"
     */
    boolean CommitUrlCacheEntry(
            @Nullable String lpszUrlName,
            @Optional @Nullable String lpszLocalFileName,
            @ByValue @Nullable FILETIME ExpireTime,
            @ByValue @Nullable FILETIME LastModifiedTime,
            int CacheEntryType,
            @Optional @SizedBy(characters = "dwHeaders", text = TextSize.IGNORED_IN_WIDE) @Nullable
                    String lpszHeaderInfo,
            int dwHeaders,
            @Reserved @Nullable String lpszFileExtension,
            @Optional @Nullable String lpszOriginalUrl);

    /**
     * Gives an entry and locks its file; {@link #UnlockUrlCacheEntryFile} releases it.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @param dwReserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-CENT-25; RetrieveUrlCacheEntryFile"
     */
    boolean RetrieveUrlCacheEntryFile(
            @Nullable String lpszUrlName,
            @Out @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbCacheEntryInfo,
            int dwReserved);

    /**
     * Releases the file of an entry; one deleted in between goes now (R-CENT-27).
     *
     * @param lpszUrlName the URL
     * @param dwReserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @see "R-CENT-25; UnlockUrlCacheEntryFile"
     */
    boolean UnlockUrlCacheEntryFile(@Nullable String lpszUrlName, int dwReserved);

    /**
     * Gives an entry and opens its content for {@link #ReadUrlCacheEntryStream}.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @param fRandomRead whether it will be read in any order
     * @param dwReserved reserved, 0
     * @return the stream, or null; {@link Win32Error#ERROR_FILE_NOT_FOUND},
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-CENT-29; RetrieveUrlCacheEntryStream"
     */
    @Nullable
    HANDLE RetrieveUrlCacheEntryStream(
            @Nullable String lpszUrlName,
            @Out @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbCacheEntryInfo,
            boolean fRandomRead,
            int dwReserved);

    /**
     * Reads from the content of an entry.
     *
     * @param hUrlCacheStream the stream
     * @param dwLocation where to start, in bytes
     * @param lpBuffer receives the bytes, from its position on; position and limit stay
     * @param lpdwLen in: how many bytes at most; out: how many were read
     * @param Reserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_HANDLE}
     * @see "R-CENT-29; ReadUrlCacheEntryStream"
     */
    boolean ReadUrlCacheEntryStream(
            @Nullable HANDLE hUrlCacheStream,
            int dwLocation,
            @Out @SizedBy(bytes = "lpdwLen") @Nullable ByteBuffer lpBuffer,
            @InOut @Nullable DwordRef lpdwLen,
            int Reserved);

    /**
     * Closes the content of an entry.
     *
     * @param hUrlCacheStream the stream
     * @param Reserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_HANDLE}
     * @see "R-CENT-29; UnlockUrlCacheEntryStream"
     */
    boolean UnlockUrlCacheEntryStream(@Nullable HANDLE hUrlCacheStream, int Reserved);

    /**
     * Gives an entry without locking it.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER},
     *     {@link WinInetError#ERROR_INTERNET_INVALID_URL} for a malformed host (R-CENT-32)
     * @see "R-CENT-14; GetUrlCacheEntryInfo"
     */
    boolean GetUrlCacheEntryInfo(
            @Nullable String lpszUrlName,
            @Out @Optional @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @InOut @Optional @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * Gives the entry that an offline request would find, following cached redirects.
     *
     * @param lpszUrl the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @param lpszRedirectUrl reserved; not null is {@link Win32Error#ERROR_INVALID_PARAMETER} (R-CENT-18)
     * @param lpcbRedirectUrl reserved, null
     * @param lpReserved reserved, null
     * @param dwFlags {@code INTERNET_CACHE_FLAG_*} bits or 0
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-CENT-17, R-CENT-18; GetUrlCacheEntryInfoEx"
     */
    boolean GetUrlCacheEntryInfoEx(
            @Nullable String lpszUrl,
            @Out @Optional @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @InOut @Optional @Nullable DwordRef lpcbCacheEntryInfo,
            @Reserved @Nullable TextBuffer lpszRedirectUrl,
            @Reserved @Nullable DwordRef lpcbRedirectUrl,
            @Reserved @Nullable LPVOID lpReserved,
            int dwFlags);

    /**
     * Deletes an entry and its file. A locked one is only marked, with {@link Win32Error#ERROR_SHARING_VIOLATION}
     * (R-CENT-27).
     *
     * @param lpszUrlName the URL
     * @return whether it is gone; {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @see "R-CENT-26 to R-CENT-28; DeleteUrlCacheEntry"
     */
    boolean DeleteUrlCacheEntry(@Nullable String lpszUrlName);

    /**
     * Changes fields of an entry.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo the values
     * @param dwFieldControl {@code CACHE_ENTRY_*_FC} bits: which fields to take
     * @return whether it worked; {@link Win32Error#ERROR_FILE_NOT_FOUND}, {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @see "R-CENT-19; SetUrlCacheEntryInfo"
     */
    boolean SetUrlCacheEntryInfo(
            @Nullable String lpszUrlName, @In @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo, int dwFieldControl);

    /**
     * Begins a list of entries by kind and group; {@link #FindCloseUrlCache} ends it.
     *
     * @param lpszUrlSearchPattern {@code cookie:}, {@code visited:}, or null for content
     * @param dwFlags reserved, 0
     * @param dwFilter {@link CacheEntryType} bits to show; 0 for {@link CacheEntryType#URLCACHE_FIND_DEFAULT_FILTER}
     * @param GroupId the group; 0 for entries without one (R-CENT-23)
     * @param lpFirstCacheEntryInfo receives the first entry
     * @param lpcbEntryInfo its length in bytes
     * @param lpGroupAttributes reserved, null
     * @param lpcbGroupAttributes reserved, null
     * @param lpReserved reserved, null
     * @return the list, or null; {@link Win32Error#ERROR_NO_MORE_FILES}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-CENT-22, R-CENT-23; FindFirstUrlCacheEntryEx"
     */
    @Nullable
    HANDLE FindFirstUrlCacheEntryEx(
            @Optional @Nullable String lpszUrlSearchPattern,
            int dwFlags,
            int dwFilter,
            @GroupId long GroupId,
            @Out @SizedBy(bytes = "lpcbEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbEntryInfo,
            @Reserved @Nullable LPVOID lpGroupAttributes,
            @Reserved @Nullable DwordRef lpcbGroupAttributes,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Goes on with a list of {@link #FindFirstUrlCacheEntryEx}.
     *
     * @param hEnumHandle the list
     * @param lpNextCacheEntryInfo receives the next entry
     * @param lpcbEntryInfo its length in bytes
     * @param lpGroupAttributes reserved, null
     * @param lpcbGroupAttributes reserved, null
     * @param lpReserved reserved, null
     * @return whether there was one; after the last {@link Win32Error#ERROR_NO_MORE_FILES}
     * @see "R-CENT-22; FindNextUrlCacheEntryEx"
     */
    boolean FindNextUrlCacheEntryEx(
            @Nullable HANDLE hEnumHandle,
            @Out @SizedBy(bytes = "lpcbEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbEntryInfo,
            @Reserved @Nullable LPVOID lpGroupAttributes,
            @Reserved @Nullable DwordRef lpcbGroupAttributes,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Begins a list of entries; {@link #FindCloseUrlCache} ends it.
     *
     * @param lpszUrlSearchPattern {@code cookie:}, {@code visited:}, or null for content; others do not exist
     *     (R-CENT-20)
     * @param lpFirstCacheEntryInfo receives the first entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @return the list, or null; {@link Win32Error#ERROR_NO_MORE_ITEMS}, {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-CENT-20; FindFirstUrlCacheEntry"
     */
    @Nullable
    HANDLE FindFirstUrlCacheEntry(
            @Optional @Nullable String lpszUrlSearchPattern,
            @Out @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * Goes on with a list of {@link #FindFirstUrlCacheEntry}; a short buffer does not skip the entry.
     *
     * @param hEnumHandle the list
     * @param lpNextCacheEntryInfo receives the next entry
     * @param lpcbCacheEntryInfo its length in bytes
     * @return whether there was one; after the last {@link Win32Error#ERROR_NO_MORE_ITEMS}
     * @see "R-CENT-21; FindNextUrlCacheEntry"
     */
    boolean FindNextUrlCacheEntry(
            @Nullable HANDLE hEnumHandle,
            @Out @SizedBy(bytes = "lpcbCacheEntryInfo") @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @InOut @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * Ends a list of entries or groups. The handle is no {@code HINTERNET} and cannot be closed as one.
     *
     * @param hEnumHandle the list
     * @return whether it was one; {@link Win32Error#ERROR_INVALID_HANDLE}
     * @see "R-CENT-24; FindCloseUrlCache"
     */
    boolean FindCloseUrlCache(@Nullable HANDLE hEnumHandle);

    /**
     * Returns whether an entry has expired; one without an expiry time has not, and a URL without an entry has not
     * either.
     *
     * @param lpszUrlName the URL
     * @param dwFlags reserved, 0
     * @param pftLastModified receives when the server's copy changed last
     * @return whether it has expired
     * @see "R-CENT-30; declared by winineti.h without a page"
     */
    boolean IsUrlCacheEntryExpired(@Nullable String lpszUrlName, int dwFlags, @Out @Nullable FILETIME pftLastModified);

    /**
     * Gives settings of the cache.
     *
     * @param lpCacheConfigInfo receives the settings
     * @param lpcbCacheConfigInfo reserved
     * @param dwFieldControl {@code CACHE_CONFIG_*_FC} bits: which settings to give
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for null or a wrong size
     * @see "declared by winineti.h; GetUrlCacheConfigInfo"
     */
    boolean GetUrlCacheConfigInfo(
            @Out @Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo,
            @Reserved @Nullable DwordRef lpcbCacheConfigInfo,
            int dwFieldControl);

    /**
     * Changes settings of the cache.
     *
     * @param lpCacheConfigInfo the settings
     * @param dwFieldControl {@code CACHE_CONFIG_*_FC} bits: which settings to take
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for null or a wrong size
     * @see "declared by winineti.h; SetUrlCacheConfigInfo"
     */
    boolean SetUrlCacheConfigInfo(@In @Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo, int dwFieldControl);

    /**
     * Would delete the cache that Internet Explorer 3 left; there is none. Its arguments are those of a program that
     * rundll32 starts.
     *
     * @param hwnd not looked at
     * @param hinst not looked at
     * @param lpszCmd not looked at
     * @param nCmdShow not looked at
     * @return 0
     * @see "declared by winineti.h without a page"
     */
    int DeleteIE3Cache(long hwnd, long hinst, @Ansi @Nullable String lpszCmd, int nCmdShow);

    /**
     * Describes the disk that holds a folder. Only the A form exists in C.
     *
     * @param pszPath a path on the disk
     * @param pdwClusterSize receives bytes per cluster; may be null
     * @param pdlAvailable receives free bytes; may be null
     * @param pdlTotal receives bytes in all; may be null
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for a null path
     * @see "declared by winineti.h without a page"
     */
    boolean GetDiskInfo(
            @Ansi @Nullable String pszPath,
            @Out @Optional @Nullable DwordRef pdwClusterSize,
            @Out @Optional @Nullable LongRef pdlAvailable,
            @Out @Optional @Nullable LongRef pdlTotal);

    /**
     * Adds 1 to one of the counters in the head of the cache.
     *
     * @param nIdx which counter
     * @param lpdwData receives its new value
     * @return whether it worked
     * @see "declared by winineti.h without a page"
     */
    boolean IncrementUrlCacheHeaderData(int nIdx, @Out @Nullable DwordRef lpdwData);

    /**
     * Gives one of the counters in the head of the cache.
     *
     * @param nIdx which counter
     * @param lpdwData receives its value
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @see "declared by winineti.h without a page"
     */
    boolean GetUrlCacheHeaderData(int nIdx, @Out @Nullable DwordRef lpdwData);

    /**
     * Sets one of the counters in the head of the cache.
     *
     * @param nIdx which counter
     * @param dwData its value
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @see "declared by winineti.h without a page"
     */
    boolean SetUrlCacheHeaderData(int nIdx, int dwData);
}
