package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** The cache containers of ANSI callers. */
final class AnsiUrlCacheContainerApi implements AnsiUrlCacheContainerFunctions {
    private final WinInet wide;
    private final AnsiText text;

    AnsiUrlCacheContainerApi(WinInet wide, AnsiText text) {
        this.wide = wide;
        this.text = text;
    }

    @Override
    public boolean CreateUrlCacheContainerA(
            byte @Nullable [] Name,
            byte @Nullable [] lpCachePrefix,
            byte @Nullable [] lpszCachePath,
            int KBCacheLimit,
            int dwContainerType,
            int dwOptions,
            @Nullable LPVOID pvBuffer,
            @Nullable DwordRef cbBuffer) {
        return wide.CreateUrlCacheContainer(
                text.text(Name),
                text.text(lpCachePrefix),
                text.text(lpszCachePath),
                KBCacheLimit,
                dwContainerType,
                dwOptions,
                pvBuffer,
                cbBuffer);
    }

    @Override
    public boolean DeleteUrlCacheContainerA(byte @Nullable [] Name, int dwOptions) {
        return wide.DeleteUrlCacheContainer(text.text(Name), dwOptions);
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheContainerA(
            @Nullable DwordRef pdwModified,
            @Nullable INTERNET_CACHE_CONTAINER_INFOA lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo,
            int dwOptions) {
        INTERNET_CACHE_CONTAINER_INFO info = wide(lpContainerInfo);
        DwordRef size = wide(lpcbContainerInfo);
        HANDLE list = wide.FindFirstUrlCacheContainer(pdwModified, info, size, dwOptions);
        take(list != null, lpContainerInfo, lpcbContainerInfo, info, size);
        return list;
    }

    @Override
    public boolean FindNextUrlCacheContainerA(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_CONTAINER_INFOA lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo) {
        INTERNET_CACHE_CONTAINER_INFO info = wide(lpContainerInfo);
        DwordRef size = wide(lpcbContainerInfo);
        boolean done = wide.FindNextUrlCacheContainer(hEnumHandle, info, size);
        take(done, lpContainerInfo, lpcbContainerInfo, info, size);
        return done;
    }

    private static @Nullable INTERNET_CACHE_CONTAINER_INFO wide(@Nullable INTERNET_CACHE_CONTAINER_INFOA given) {
        return given == null ? null : new INTERNET_CACHE_CONTAINER_INFO();
    }

    private static @Nullable DwordRef wide(@Nullable DwordRef given) {
        return given == null
                ? null
                : new DwordRef(AnsiBuffers.wideSize(given.value, INTERNET_CACHE_CONTAINER_INFOA.FIXED_PART));
    }

    /** Moves the results to the caller. */
    private void take(
            boolean done,
            @Nullable INTERNET_CACHE_CONTAINER_INFOA given,
            @Nullable DwordRef givenSize,
            @Nullable INTERNET_CACHE_CONTAINER_INFO info,
            @Nullable DwordRef size) {
        if (done && given != null && info != null) {
            given.take(info, text);
            if (givenSize != null) {
                givenSize.value = given.totalSize();
            }
        } else if (size != null && givenSize != null && wide.GetLastError() == Win32Error.ERROR_INSUFFICIENT_BUFFER) {
            givenSize.value = AnsiBuffers.ansiSize(size.value, INTERNET_CACHE_CONTAINER_INFOA.FIXED_PART);
        }
    }

    @Override
    public boolean FreeUrlCacheSpaceA(byte @Nullable [] lpszCachePath, int dwSize, int dwFilter) {
        return wide.FreeUrlCacheSpace(text.text(lpszCachePath), dwSize, dwFilter);
    }
}
