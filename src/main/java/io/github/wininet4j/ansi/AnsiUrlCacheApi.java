package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** The URL cache of ANSI callers. */
final class AnsiUrlCacheApi implements AnsiUrlCacheFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiUrlCacheApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    /** The structure and the size that a wide function is given for those of an ANSI caller. */
    private final class Entry {
        private final @Nullable INTERNET_CACHE_ENTRY_INFOA given;
        private final @Nullable DwordRef givenSize;
        final @Nullable INTERNET_CACHE_ENTRY_INFO info;
        final @Nullable DwordRef size;

        Entry(@Nullable INTERNET_CACHE_ENTRY_INFOA given, @Nullable DwordRef givenSize) {
            this.given = given;
            this.givenSize = givenSize;
            this.info = given == null ? null : given.wide(text);
            this.size = givenSize == null
                    ? null
                    : new DwordRef(AnsiBuffers.wideSize(givenSize.value, INTERNET_CACHE_ENTRY_INFOA.FIXED_PART));
        }

        /** Moves the results to the caller; returns whether the call worked. */
        boolean take(boolean done) {
            if (done && given != null && info != null) {
                given.take(info, text);
                if (givenSize != null) {
                    givenSize.value = given.totalSize();
                }
            } else if (size != null
                    && givenSize != null
                    && wide.GetLastError() == Win32Error.ERROR_INSUFFICIENT_BUFFER) {
                givenSize.value = AnsiBuffers.ansiSize(size.value, INTERNET_CACHE_ENTRY_INFOA.FIXED_PART);
            }
            return done;
        }

        @Nullable
        HANDLE take(@Nullable HANDLE result) {
            take(result != null);
            return result;
        }
    }

    @Override
    public boolean CreateUrlCacheEntryA(
            byte @Nullable [] lpszUrlName,
            int dwExpectedFileSize,
            byte @Nullable [] lpszFileExtension,
            byte @Nullable [] lpszFileName,
            int dwReserved) {
        TextBuffer path = lpszFileName == null ? null : new TextBuffer(lpszFileName.length);
        boolean done = wide.CreateUrlCacheEntry(
                text.text(lpszUrlName), dwExpectedFileSize, text.text(lpszFileExtension), path, dwReserved);
        if (!done || path == null || lpszFileName == null) {
            return done;
        }
        return buffers.put(text.bytes(path.toString()), lpszFileName, new DwordRef(lpszFileName.length));
    }

    @Override
    public boolean CommitUrlCacheEntryA(
            byte @Nullable [] lpszUrlName,
            byte @Nullable [] lpszLocalFileName,
            @Nullable FILETIME ExpireTime,
            @Nullable FILETIME LastModifiedTime,
            int CacheEntryType,
            byte @Nullable [] lpHeaderInfo,
            int dwHeaderSize,
            byte @Nullable [] lpszFileExtension,
            byte @Nullable [] lpszOriginalUrl) {
        if (lpHeaderInfo != null && !AnsiBuffers.fits(lpHeaderInfo, dwHeaderSize)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return wide.CommitUrlCacheEntry(
                text.text(lpszUrlName),
                text.text(lpszLocalFileName),
                ExpireTime,
                LastModifiedTime,
                CacheEntryType,
                lpHeaderInfo == null ? null : AnsiText.header(lpHeaderInfo, dwHeaderSize),
                dwHeaderSize,
                text.text(lpszFileExtension),
                text.text(lpszOriginalUrl));
    }

    @Override
    public boolean RetrieveUrlCacheEntryFileA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            int dwReserved) {
        Entry entry = new Entry(lpCacheEntryInfo, lpcbCacheEntryInfo);
        return entry.take(wide.RetrieveUrlCacheEntryFile(text.text(lpszUrlName), entry.info, entry.size, dwReserved));
    }

    @Override
    public boolean UnlockUrlCacheEntryFileA(byte @Nullable [] lpszUrlName, int dwReserved) {
        return wide.UnlockUrlCacheEntryFile(text.text(lpszUrlName), dwReserved);
    }

    @Override
    public @Nullable HANDLE RetrieveUrlCacheEntryStreamA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            boolean fRandomRead,
            int dwReserved) {
        Entry entry = new Entry(lpCacheEntryInfo, lpcbCacheEntryInfo);
        return entry.take(wide.RetrieveUrlCacheEntryStream(
                text.text(lpszUrlName), entry.info, entry.size, fRandomRead, dwReserved));
    }

    @Override
    public boolean GetUrlCacheEntryInfoA(
            byte @Nullable [] lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        Entry entry = new Entry(lpCacheEntryInfo, lpcbCacheEntryInfo);
        return entry.take(wide.GetUrlCacheEntryInfo(text.text(lpszUrlName), entry.info, entry.size));
    }

    @Override
    public boolean GetUrlCacheEntryInfoExA(
            byte @Nullable [] lpszUrl,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            byte @Nullable [] lpszRedirectUrl,
            @Nullable DwordRef lpcbRedirectUrl,
            @Nullable LPVOID lpReserved,
            int dwFlags) {
        Entry entry = new Entry(lpCacheEntryInfo, lpcbCacheEntryInfo);
        // Refused unless it is null (R-CENT-18), so nothing ever comes back in it.
        TextBuffer redirect = lpszRedirectUrl == null ? null : new TextBuffer(lpszRedirectUrl.length);
        return entry.take(wide.GetUrlCacheEntryInfoEx(
                text.text(lpszUrl), entry.info, entry.size, redirect, lpcbRedirectUrl, lpReserved, dwFlags));
    }

    @Override
    public boolean DeleteUrlCacheEntryA(byte @Nullable [] lpszUrlName) {
        return wide.DeleteUrlCacheEntry(text.text(lpszUrlName));
    }

    @Override
    public boolean SetUrlCacheEntryInfoA(
            byte @Nullable [] lpszUrlName, @Nullable INTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo, int dwFieldControl) {
        return wide.SetUrlCacheEntryInfo(
                text.text(lpszUrlName), lpCacheEntryInfo == null ? null : lpCacheEntryInfo.wide(text), dwFieldControl);
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheEntryExA(
            byte @Nullable [] lpszUrlSearchPattern,
            int dwFlags,
            int dwFilter,
            long GroupId,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        Entry entry = new Entry(lpFirstCacheEntryInfo, lpcbEntryInfo);
        return entry.take(wide.FindFirstUrlCacheEntryEx(
                text.text(lpszUrlSearchPattern),
                dwFlags,
                dwFilter,
                GroupId,
                entry.info,
                entry.size,
                lpGroupAttributes,
                lpcbGroupAttributes,
                lpReserved));
    }

    @Override
    public boolean FindNextUrlCacheEntryExA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        Entry entry = new Entry(lpNextCacheEntryInfo, lpcbEntryInfo);
        return entry.take(wide.FindNextUrlCacheEntryEx(
                hEnumHandle, entry.info, entry.size, lpGroupAttributes, lpcbGroupAttributes, lpReserved));
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheEntryA(
            byte @Nullable [] lpszUrlSearchPattern,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        Entry entry = new Entry(lpFirstCacheEntryInfo, lpcbCacheEntryInfo);
        return entry.take(wide.FindFirstUrlCacheEntry(text.text(lpszUrlSearchPattern), entry.info, entry.size));
    }

    @Override
    public boolean FindNextUrlCacheEntryA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        Entry entry = new Entry(lpNextCacheEntryInfo, lpcbCacheEntryInfo);
        return entry.take(wide.FindNextUrlCacheEntry(hEnumHandle, entry.info, entry.size));
    }

    @Override
    public boolean IsUrlCacheEntryExpiredA(
            byte @Nullable [] lpszUrlName, int dwFlags, @Nullable FILETIME pftLastModified) {
        return wide.IsUrlCacheEntryExpired(text.text(lpszUrlName), dwFlags, pftLastModified);
    }

    @Override
    public boolean GetUrlCacheConfigInfoA(
            @Nullable INTERNET_CACHE_CONFIG_INFOA lpCacheConfigInfo,
            @Nullable DwordRef lpcbCacheConfigInfo,
            int dwFieldControl) {
        INTERNET_CACHE_CONFIG_INFO form = new INTERNET_CACHE_CONFIG_INFO();
        INTERNET_CACHE_CONFIG_INFO info = lpCacheConfigInfo == null ? null : lpCacheConfigInfo.wide(text);
        DwordRef size = AnsiBuffers.wideSize(lpcbCacheConfigInfo, INTERNET_CACHE_CONFIG_INFOA.SIZE, form);
        boolean done = wide.GetUrlCacheConfigInfo(info, size, dwFieldControl);
        AnsiBuffers.takeSize(lpcbCacheConfigInfo, size, INTERNET_CACHE_CONFIG_INFOA.SIZE, form);
        if (done && lpCacheConfigInfo != null && info != null) {
            lpCacheConfigInfo.take(info, text);
        }
        return done;
    }

    @Override
    public boolean SetUrlCacheConfigInfoA(@Nullable INTERNET_CACHE_CONFIG_INFOA lpCacheConfigInfo, int dwFieldControl) {
        return wide.SetUrlCacheConfigInfo(
                lpCacheConfigInfo == null ? null : lpCacheConfigInfo.wide(text), dwFieldControl);
    }

    @Override
    public boolean GetDiskInfoA(
            byte @Nullable [] pszPath,
            @Nullable DwordRef pdwClusterSize,
            @Nullable LongRef pdlAvailable,
            @Nullable LongRef pdlTotal) {
        return wide.GetDiskInfo(text.text(pszPath), pdwClusterSize, pdlAvailable, pdlTotal);
    }

    @Override
    public int DeleteIE3Cache(long hwnd, long hinst, byte @Nullable [] lpszCmd, int nCmdShow) {
        return wide.DeleteIE3Cache(hwnd, hinst, text.text(lpszCmd), nCmdShow);
    }
}
