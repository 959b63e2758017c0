package io.github.wininet4j.ansi;

import io.github.wininet4j.function.UrlCacheFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import org.jspecify.annotations.Nullable;

/** {@link UrlCacheFunctions} over bytes: URLs and paths in the code page, headers as ISO-8859-1. */
public interface AnsiUrlCacheFunctions {
    /**
     * As {@link UrlCacheFunctions#CreateUrlCacheEntry}.
     *
     * @param lpszUrlName the URL
     * @param dwExpectedFileSize as there
     * @param lpszFileExtension the extension, or null
     * @param lpszFileName receives the path and its NUL; MAX_PATH bytes (R-CENT-4)
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-CENT-3; CreateUrlCacheEntry"
     */
    boolean CreateUrlCacheEntryA(
            byte @Nullable [] lpszUrlName,
            int dwExpectedFileSize,
            byte @Nullable [] lpszFileExtension,
            byte @Nullable [] lpszFileName,
            int dwReserved);

    /**
     * As {@link UrlCacheFunctions#CommitUrlCacheEntry}.
     *
     * @param lpszUrlName the URL
     * @param lpszLocalFileName path of the file, or null
     * @param ExpireTime as there
     * @param LastModifiedTime as there
     * @param CacheEntryType as there
     * @param lpHeaderInfo the answer headers, or null
     * @param dwHeaderSize their length in bytes, which counts here, unlike there (R-CENT-12)
     * @param lpszFileExtension null
     * @param lpszOriginalUrl the URL before redirects, or null
     * @return whether it worked
     * @see "R-CENT-5; CommitUrlCacheEntry"
     */
    boolean CommitUrlCacheEntryA(
            byte @Nullable [] lpszUrlName,
            byte @Nullable [] lpszLocalFileName,
            @Nullable FILETIME ExpireTime,
            @Nullable FILETIME LastModifiedTime,
            int CacheEntryType,
            byte @Nullable [] lpHeaderInfo,
            int dwHeaderSize,
            byte @Nullable [] lpszFileExtension,
            byte @Nullable [] lpszOriginalUrl);

    /**
     * As {@link UrlCacheFunctions#RetrieveUrlCacheEntryFile}.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-CENT-25; RetrieveUrlCacheEntryFile"
     */
    boolean RetrieveUrlCacheEntryFileA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            int dwReserved);

    /**
     * As {@link UrlCacheFunctions#UnlockUrlCacheEntryFile}.
     *
     * @param lpszUrlName the URL
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-CENT-25; UnlockUrlCacheEntryFile"
     */
    boolean UnlockUrlCacheEntryFileA(byte @Nullable [] lpszUrlName, int dwReserved);

    /**
     * As {@link UrlCacheFunctions#RetrieveUrlCacheEntryStream}.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @param fRandomRead as there
     * @param dwReserved reserved, 0
     * @return the stream, or null
     * @see "R-CENT-29; RetrieveUrlCacheEntryStream"
     */
    @Nullable
    HANDLE RetrieveUrlCacheEntryStreamA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            boolean fRandomRead,
            int dwReserved);

    /**
     * As {@link UrlCacheFunctions#GetUrlCacheEntryInfo}.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo receives the entry
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @return whether it worked
     * @see "R-CENT-14; GetUrlCacheEntryInfo"
     */
    boolean GetUrlCacheEntryInfoA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * As {@link UrlCacheFunctions#GetUrlCacheEntryInfoEx}.
     *
     * @param lpszUrl the URL
     * @param lpCacheEntryInfo receives the entry, or null
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @param lpszRedirectUrl null (R-CENT-18)
     * @param lpcbRedirectUrl null
     * @param lpReserved null
     * @param dwFlags as there
     * @return whether it worked
     * @see "R-CENT-17, R-CENT-18; GetUrlCacheEntryInfoEx"
     */
    boolean GetUrlCacheEntryInfoExA(
            byte @Nullable [] lpszUrl,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            byte @Nullable [] lpszRedirectUrl,
            @Nullable DwordRef lpcbRedirectUrl,
            @Nullable LPVOID lpReserved,
            int dwFlags);

    /**
     * As {@link UrlCacheFunctions#DeleteUrlCacheEntry}. The plain name of the C library is this function.
     *
     * @param lpszUrlName the URL
     * @return whether it worked
     * @see "R-CENT-26; DeleteUrlCacheEntry"
     */
    boolean DeleteUrlCacheEntryA(byte @Nullable [] lpszUrlName);

    /**
     * As {@link UrlCacheFunctions#SetUrlCacheEntryInfo}.
     *
     * @param lpszUrlName the URL
     * @param lpCacheEntryInfo the values
     * @param dwFieldControl as there
     * @return whether it worked
     * @see "R-CENT-19; SetUrlCacheEntryInfo"
     */
    boolean SetUrlCacheEntryInfoA(
            byte @Nullable [] lpszUrlName, @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo, int dwFieldControl);

    /**
     * As {@link UrlCacheFunctions#FindFirstUrlCacheEntryEx}.
     *
     * @param lpszUrlSearchPattern as there
     * @param dwFlags as there
     * @param dwFilter as there
     * @param GroupId as there
     * @param lpFirstCacheEntryInfo receives the first entry
     * @param lpcbEntryInfo in: room in bytes; out: bytes of structure and texts
     * @param lpGroupAttributes null
     * @param lpcbGroupAttributes null
     * @param lpReserved null
     * @return the enumeration, or null
     * @see "R-CENT-23; FindFirstUrlCacheEntryEx"
     */
    @Nullable
    HANDLE FindFirstUrlCacheEntryExA(
            byte @Nullable [] lpszUrlSearchPattern,
            int dwFlags,
            int dwFilter,
            long GroupId,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved);

    /**
     * As {@link UrlCacheFunctions#FindNextUrlCacheEntryEx}.
     *
     * @param hEnumHandle the enumeration
     * @param lpNextCacheEntryInfo receives the next entry
     * @param lpcbEntryInfo in: room in bytes; out: bytes of structure and texts
     * @param lpGroupAttributes null
     * @param lpcbGroupAttributes null
     * @param lpReserved null
     * @return whether there was another entry
     * @see "R-CENT-22; FindNextUrlCacheEntryEx"
     */
    boolean FindNextUrlCacheEntryExA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved);

    /**
     * As {@link UrlCacheFunctions#FindFirstUrlCacheEntry}.
     *
     * @param lpszUrlSearchPattern as there
     * @param lpFirstCacheEntryInfo receives the first entry
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @return the enumeration, or null
     * @see "R-CENT-20; FindFirstUrlCacheEntry"
     */
    @Nullable
    HANDLE FindFirstUrlCacheEntryA(
            byte @Nullable [] lpszUrlSearchPattern,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * As {@link UrlCacheFunctions#FindNextUrlCacheEntry}.
     *
     * @param hEnumHandle the enumeration
     * @param lpNextCacheEntryInfo receives the next entry
     * @param lpcbCacheEntryInfo in: room in bytes; out: bytes of structure and texts
     * @return whether there was another entry
     * @see "R-CENT-21; FindNextUrlCacheEntry"
     */
    boolean FindNextUrlCacheEntryA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /**
     * As {@link UrlCacheFunctions#IsUrlCacheEntryExpired}.
     *
     * @param lpszUrlName the URL
     * @param dwFlags as there
     * @param pftLastModified as there
     * @return whether it is expired
     * @see "R-CENT-30; IsUrlCacheEntryExpired"
     */
    boolean IsUrlCacheEntryExpiredA(byte @Nullable [] lpszUrlName, int dwFlags, @Nullable FILETIME pftLastModified);

    /**
     * As {@link UrlCacheFunctions#GetUrlCacheConfigInfo}.
     *
     * @param lpCacheConfigInfo receives the settings
     * @param lpcbCacheConfigInfo in: room in bytes; out: bytes
     * @param dwFieldControl as there
     * @return whether it worked
     * @see "declared by winineti.h; GetUrlCacheConfigInfo"
     */
    boolean GetUrlCacheConfigInfoA(
            @Nullable INTERNET_CACHE_CONFIG_INFOA lpCacheConfigInfo,
            @Nullable DwordRef lpcbCacheConfigInfo,
            int dwFieldControl);

    /**
     * As {@link UrlCacheFunctions#SetUrlCacheConfigInfo}.
     *
     * @param lpCacheConfigInfo the settings
     * @param dwFieldControl as there
     * @return whether it worked
     * @see "declared by winineti.h; SetUrlCacheConfigInfo"
     */
    boolean SetUrlCacheConfigInfoA(@Nullable INTERNET_CACHE_CONFIG_INFOA lpCacheConfigInfo, int dwFieldControl);

    /**
     * As {@link UrlCacheFunctions#GetDiskInfo}; only this form is exported by the C library.
     *
     * @param pszPath a path
     * @param pdwClusterSize as there
     * @param pdlAvailable as there
     * @param pdlTotal as there
     * @return whether it worked
     * @see "declared by winineti.h without a page"
     */
    boolean GetDiskInfoA(
            byte @Nullable [] pszPath,
            @Nullable DwordRef pdwClusterSize,
            @Nullable LongRef pdlAvailable,
            @Nullable LongRef pdlTotal);

    /**
     * As {@link UrlCacheFunctions#DeleteIE3Cache}. There is no other form in C.
     *
     * @param hwnd not looked at
     * @param hinst not looked at
     * @param lpszCmd not looked at
     * @param nCmdShow not looked at
     * @return 0
     * @see "declared by winineti.h without a page"
     */
    int DeleteIE3Cache(long hwnd, long hinst, byte @Nullable [] lpszCmd, int nCmdShow);
}
