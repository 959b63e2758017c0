package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The cache groups of ANSI callers. */
final class AnsiUrlCacheGroupApi implements AnsiUrlCacheGroupFunctions {
    private final WinInet wide;
    private final AnsiText text;

    AnsiUrlCacheGroupApi(WinInet wide, AnsiText text) {
        this.wide = wide;
        this.text = text;
    }

    @Override
    public boolean GetUrlCacheGroupAttributeA(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFOA lpGroupInfo,
            @Nullable DwordRef lpdwGroupInfo,
            @Nullable LPVOID lpReserved) {
        INTERNET_CACHE_GROUP_INFO info = lpGroupInfo == null ? null : lpGroupInfo.wide(text);
        DwordRef size =
                AnsiBuffers.wideSize(lpdwGroupInfo, INTERNET_CACHE_GROUP_INFOA.SIZE, new INTERNET_CACHE_GROUP_INFO());
        boolean done = wide.GetUrlCacheGroupAttribute(gid, dwFlags, dwAttributes, info, size, lpReserved);
        AnsiBuffers.takeSize(lpdwGroupInfo, size, INTERNET_CACHE_GROUP_INFOA.SIZE, new INTERNET_CACHE_GROUP_INFO());
        if (done && lpGroupInfo != null && info != null) {
            lpGroupInfo.take(info, text);
        }
        return done;
    }

    @Override
    public boolean SetUrlCacheGroupAttributeA(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFOA lpGroupInfo,
            @Nullable LPVOID lpReserved) {
        return wide.SetUrlCacheGroupAttribute(
                gid, dwFlags, dwAttributes, lpGroupInfo == null ? null : lpGroupInfo.wide(text), lpReserved);
    }

    @Override
    public boolean SetUrlCacheEntryGroupA(
            byte @Nullable [] lpszUrlName,
            int dwFlags,
            long GroupId,
            @Nullable ByteBuffer pbGroupAttributes,
            int cbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        return wide.SetUrlCacheEntryGroup(
                text.text(lpszUrlName), dwFlags, GroupId, pbGroupAttributes, cbGroupAttributes, lpReserved);
    }
}
