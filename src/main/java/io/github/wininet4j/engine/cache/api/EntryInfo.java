package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives an entry to a caller, in a structure whose texts follow it in C (R-CENT-14, R-CENT-16). */
final class EntryInfo {
    private static final INTERNET_CACHE_ENTRY_INFO FORM = new INTERNET_CACHE_ENTRY_INFO();

    private final UrlCache cache;

    EntryInfo(UrlCache cache) {
        this.cache = cache;
    }

    /**
     * Fills the structure.
     *
     * @param found the entry
     * @param info receives it; null asks for its size
     * @param size in: room in bytes; out: bytes used or needed
     */
    void give(Found found, @Nullable INTERNET_CACHE_ENTRY_INFO info, @Nullable DwordRef size) throws IOException {
        if (size == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        CacheEntry entry = found.entry();
        CacheEntry.Body body = entry.body();
        Path path = body == null ? null : cache.toldPath(body);
        String file = path == null ? null : path.toString();
        String headers = entry.headers().isEmpty() ? null : entry.headers();
        long needed = (long) FORM.sizeof() + bytes(entry.url()) + bytes(file) + bytes(headers);
        if (info == null || Integer.toUnsignedLong(size.value) < needed) {
            size.value = (int) needed;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        size.value = (int) needed;
        info.dwStructSize = FORM.sizeof();
        info.lpszSourceUrlName = entry.url();
        info.lpszLocalFileName = file;
        info.CacheEntryType = entry.type();
        info.dwUseCount = found.claims();
        info.dwHitRate = found.use().hits();
        info.dwSizeLow = (int) entry.size();
        info.dwSizeHigh = (int) (entry.size() >>> 32);
        info.LastModifiedTime = new FILETIME(entry.modified());
        info.ExpireTime = new FILETIME(entry.expires());
        info.LastAccessTime = new FILETIME(found.use().accessed());
        info.LastSyncTime = new FILETIME(entry.synced());
        info.lpHeaderInfo = headers;
        info.dwHeaderInfoSize = headers == null ? 0 : headers.length();
        info.lpszFileExtension = null;
        info.dwExemptDelta = entry.exemptSeconds();
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : 2L * (text.length() + 1);
    }
}
