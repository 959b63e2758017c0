package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryUse;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Stores entries for programs, and changes their fields (R-CENT-5 to R-CENT-13, R-CENT-19). */
final class EntryFields {
    private static final int ALL_FIELDS = CacheEntryType.CACHE_ENTRY_ATTRIBUTE_FC
            | CacheEntryType.CACHE_ENTRY_HITRATE_FC
            | CacheEntryType.CACHE_ENTRY_MODTIME_FC
            | CacheEntryType.CACHE_ENTRY_EXPTIME_FC
            | CacheEntryType.CACHE_ENTRY_ACCTIME_FC
            | CacheEntryType.CACHE_ENTRY_SYNCTIME_FC
            | CacheEntryType.CACHE_ENTRY_HEADERINFO_FC
            | CacheEntryType.CACHE_ENTRY_EXEMPT_DELTA_FC;

    /** Longer than all heads that servers may send. */
    private static final int MAX_HEADERS = 1 << 20;

    private final UrlCache cache;

    EntryFields(UrlCache cache) {
        this.cache = cache;
    }

    void commit(
            String key,
            @Nullable String file,
            long expires,
            long modified,
            int type,
            String headers,
            @Nullable String originalUrl) {
        if (headers.length() > MAX_HEADERS || key.length() > MAX_HEADERS) {
            throw UrlCacheApi.invalid();
        }
        StoreFailure.translated(() -> {
            CacheEntry.Body body = file == null
                    ? null
                    : cache.describe(Path.of(file), (type & CacheEntryType.EDITED_CACHE_ENTRY) != 0);
            long now = cache.now();
            CacheEntry fresh = CacheEntry.of(key, type == 0 ? CacheEntryType.NORMAL_CACHE_ENTRY : type, body)
                    .withHeaders(headers)
                    .withTimes(modified, expires, now);
            AtomicBoolean again = new AtomicBoolean();
            boolean free = cache.put(
                    key,
                    old -> {
                        again.set(old != null);
                        return replacement(old, fresh, originalUrl);
                    },
                    use -> again.get() ? use.used(now) : use,
                    false);
            if (!free) {
                throw new WinInetFailure(Win32Error.ERROR_SHARING_VIOLATION);
            }
            return true;
        });
    }

    /** An entry that is stored again keeps its kind and its groups (R-CENT-8). */
    private static CacheEntry replacement(@Nullable CacheEntry old, CacheEntry fresh, @Nullable String originalUrl) {
        CacheEntry entry = fresh.selectedBy(originalUrl, List.of());
        return old == null ? entry : entry.inPlaceOf(old, 0).withType(old.type());
    }

    void change(String key, INTERNET_CACHE_ENTRY_INFO values, int which) {
        if ((which & ~ALL_FIELDS) != 0) {
            throw UrlCacheApi.invalid();
        }
        StoreFailure.translated(() -> {
            AtomicBoolean there = new AtomicBoolean();
            cache.put(
                    key,
                    old -> {
                        there.set(old != null);
                        return old == null ? null : changed(old, values, which);
                    },
                    use -> changed(use, values, which),
                    true);
            if (!there.get()) {
                throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
            }
            return true;
        });
    }

    private static boolean has(int which, int field) {
        return (which & field) != 0;
    }

    private static CacheEntry changed(CacheEntry old, INTERNET_CACHE_ENTRY_INFO values, int which) {
        CacheEntry entry = old.withTimes(
                has(which, CacheEntryType.CACHE_ENTRY_MODTIME_FC) ? values.LastModifiedTime.steps() : old.modified(),
                has(which, CacheEntryType.CACHE_ENTRY_EXPTIME_FC) ? values.ExpireTime.steps() : old.expires(),
                has(which, CacheEntryType.CACHE_ENTRY_SYNCTIME_FC) ? values.LastSyncTime.steps() : old.synced());
        if (has(which, CacheEntryType.CACHE_ENTRY_ATTRIBUTE_FC)) {
            entry = entry.withType(values.CacheEntryType);
        }
        return has(which, CacheEntryType.CACHE_ENTRY_EXEMPT_DELTA_FC)
                ? entry.withExemption(values.dwExemptDelta)
                : entry;
    }

    private static EntryUse changed(EntryUse old, INTERNET_CACHE_ENTRY_INFO values, int which) {
        return new EntryUse(
                has(which, CacheEntryType.CACHE_ENTRY_HITRATE_FC) ? values.dwHitRate : old.hits(),
                has(which, CacheEntryType.CACHE_ENTRY_ACCTIME_FC) ? values.LastAccessTime.steps() : old.accessed());
    }
}
