package io.github.wininet4j.function;

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

/** TODO-DOC */
public interface UrlCacheFunctions {
    /** TODO-DOC */
    boolean CreateUrlCacheEntry(
            @Nullable String lpszUrlName,
            int dwExpectedFileSize,
            @Nullable String lpszFileExtension,
            @Nullable TextBuffer lpszFileName,
            int dwReserved);

    /** TODO-DOC */
    boolean CommitUrlCacheEntry(
            @Nullable String lpszUrlName,
            @Nullable String lpszLocalFileName,
            @Nullable FILETIME ExpireTime,
            @Nullable FILETIME LastModifiedTime,
            int CacheEntryType,
            @Nullable String lpszHeaderInfo,
            int dwHeaders,
            @Nullable String lpszFileExtension,
            @Nullable String lpszOriginalUrl);

    /** TODO-DOC */
    boolean RetrieveUrlCacheEntryFile(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            int dwReserved);

    /** TODO-DOC */
    boolean UnlockUrlCacheEntryFile(@Nullable String lpszUrlName, int dwReserved);

    /** TODO-DOC */
    @Nullable
    HANDLE RetrieveUrlCacheEntryStream(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            boolean fRandomRead,
            int dwReserved);

    /** TODO-DOC */
    boolean ReadUrlCacheEntryStream(
            @Nullable HANDLE hUrlCacheStream,
            int dwLocation,
            @Nullable ByteBuffer lpBuffer,
            @Nullable DwordRef lpdwLen,
            int Reserved);

    /** TODO-DOC */
    boolean UnlockUrlCacheEntryStream(@Nullable HANDLE hUrlCacheStream, int Reserved);

    /** TODO-DOC */
    boolean GetUrlCacheEntryInfo(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /** TODO-DOC */
    boolean GetUrlCacheEntryInfoEx(
            @Nullable String lpszUrl,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            @Nullable TextBuffer lpszRedirectUrl,
            @Nullable DwordRef lpcbRedirectUrl,
            @Nullable LPVOID lpReserved,
            int dwFlags);

    /** TODO-DOC */
    boolean DeleteUrlCacheEntry(@Nullable String lpszUrlName);

    /** TODO-DOC */
    boolean SetUrlCacheEntryInfo(
            @Nullable String lpszUrlName, @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo, int dwFieldControl);

    /** TODO-DOC */
    @Nullable
    HANDLE FindFirstUrlCacheEntryEx(
            @Nullable String lpszUrlSearchPattern,
            int dwFlags,
            int dwFilter,
            long GroupId,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    boolean FindNextUrlCacheEntryEx(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    @Nullable
    HANDLE FindFirstUrlCacheEntry(
            @Nullable String lpszUrlSearchPattern,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /** TODO-DOC */
    boolean FindNextUrlCacheEntry(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo);

    /** TODO-DOC */
    boolean FindCloseUrlCache(@Nullable HANDLE hEnumHandle);

    /** TODO-DOC */
    boolean IsUrlCacheEntryExpired(@Nullable String lpszUrlName, int dwFlags, @Nullable FILETIME pftLastModified);

    /** TODO-DOC */
    boolean GetUrlCacheConfigInfo(
            @Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo,
            @Nullable DwordRef lpcbCacheConfigInfo,
            int dwFieldControl);

    /** TODO-DOC */
    boolean SetUrlCacheConfigInfo(@Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo, int dwFieldControl);

    /** TODO-DOC */
    int DeleteIE3Cache(long hwnd, long hinst, @Nullable TextBuffer lpszCmd, int nCmdShow);

    /** TODO-DOC */
    boolean GetDiskInfo(
            @Nullable String pszPath,
            @Nullable DwordRef pdwClusterSize,
            @Nullable LongRef pdlAvailable,
            @Nullable LongRef pdlTotal);

    /** TODO-DOC */
    boolean IncrementUrlCacheHeaderData(int nIdx, @Nullable DwordRef lpdwData);
}
