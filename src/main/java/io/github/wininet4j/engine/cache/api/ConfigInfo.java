package io.github.wininet4j.engine.cache.api;

import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_CONTENT_USAGE_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_COOKIES_PATHS_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_DISK_CACHE_PATHS_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_FORCE_CLEANUP_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_HISTORY_PATHS_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_QUOTA_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_STICKY_CONTENT_USAGE_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_SYNC_MODE_FC;
import static io.github.wininet4j.constant.CacheConfig.CACHE_CONFIG_USER_MODE_FC;

import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The settings of the cache as programs see them (R-CENT-36). */
final class ConfigInfo {
    private static final int PATHS =
            CACHE_CONFIG_CONTENT_PATHS_FC | CACHE_CONFIG_COOKIES_PATHS_FC | CACHE_CONFIG_HISTORY_PATHS_FC;
    private static final int SETTABLE =
            CACHE_CONFIG_QUOTA_FC | CACHE_CONFIG_SYNC_MODE_FC | CACHE_CONFIG_FORCE_CLEANUP_FC;
    private static final int KNOWN = SETTABLE
            | PATHS
            | CACHE_CONFIG_DISK_CACHE_PATHS_FC
            | CACHE_CONFIG_USER_MODE_FC
            | CACHE_CONFIG_CONTENT_USAGE_FC
            | CACHE_CONFIG_STICKY_CONTENT_USAGE_FC;
    private static final int CONTENT = 0;
    private static final int CONTAINERS = 3;
    private static final long KILOBYTE = 1024;

    private final UrlCache cache;
    private final Path cookies;

    ConfigInfo(UrlCache cache, Path cookies) {
        this.cache = cache;
        this.cookies = cookies;
    }

    private static INTERNET_CACHE_CONFIG_INFO require(@Nullable INTERNET_CACHE_CONFIG_INFO info, int which) {
        boolean valid = info != null
                && info.dwStructSize == info.sizeof()
                && info.dwContainer >= 0
                && info.dwContainer < CONTAINERS
                && (which & ~KNOWN) == 0
                && Integer.bitCount(which & PATHS) <= 1;
        if (info == null || !valid) {
            throw UrlCacheApi.invalid();
        }
        return info;
    }

    void get(@Nullable INTERNET_CACHE_CONFIG_INFO target, int which) {
        INTERNET_CACHE_CONFIG_INFO info = require(target, which);
        if ((which & CACHE_CONFIG_STICKY_CONTENT_USAGE_FC) != 0 && info.dwContainer != CONTENT) {
            throw UrlCacheApi.invalid();
        }
        if ((which & (PATHS | CACHE_CONFIG_DISK_CACHE_PATHS_FC)) != 0) {
            info.dwNumCachePaths = 1;
            info.CachePath = path(which).toString();
            info.dwCacheSize = kilobytes(cache.quota());
        }
        if ((which & CACHE_CONFIG_QUOTA_FC) != 0) {
            info.dwQuota = kilobytes(cache.quota());
        }
        if ((which & CACHE_CONFIG_SYNC_MODE_FC) != 0) {
            info.dwSyncMode = cache.syncMode();
        }
        if ((which & CACHE_CONFIG_USER_MODE_FC) != 0) {
            info.fPerUser = true;
        }
        if ((which & CACHE_CONFIG_CONTENT_USAGE_FC) != 0) {
            info.dwNormalUsage = kilobytes(StoreFailure.translated(cache::usage));
        }
        if ((which & CACHE_CONFIG_STICKY_CONTENT_USAGE_FC) != 0) {
            info.dwExemptUsage = kilobytes(StoreFailure.translated(this::stickyBytes));
        }
    }

    private Path path(int which) {
        return (which & CACHE_CONFIG_COOKIES_PATHS_FC) != 0 ? cookies : cache.contentFolder();
    }

    private long stickyBytes() throws IOException {
        long sum = 0;
        for (String name : cache.names()) {
            Found found = cache.read(name);
            if (found != null && found.entry().is(CacheEntryType.STICKY_CACHE_ENTRY)) {
                sum += found.entry().size();
            }
        }
        return sum;
    }

    private static int kilobytes(long bytes) {
        return (int) Math.min((bytes + KILOBYTE - 1) / KILOBYTE, 0xFFFF_FFFFL);
    }

    void set(@Nullable INTERNET_CACHE_CONFIG_INFO values, int which) {
        INTERNET_CACHE_CONFIG_INFO info = require(values, which);
        OptionalLong quota = (which & CACHE_CONFIG_QUOTA_FC) != 0
                ? OptionalLong.of(Integer.toUnsignedLong(info.dwQuota) * KILOBYTE)
                : OptionalLong.empty();
        OptionalInt mode =
                (which & CACHE_CONFIG_SYNC_MODE_FC) != 0 ? OptionalInt.of(info.dwSyncMode) : OptionalInt.empty();
        if ((which & ~SETTABLE) != 0
                || quota.orElse(1) == 0
                || mode.orElse(CacheConfig.WININET_SYNC_MODE_NEVER) < CacheConfig.WININET_SYNC_MODE_NEVER
                || mode.orElse(CacheConfig.WININET_SYNC_MODE_NEVER) > CacheConfig.WININET_SYNC_MODE_AUTOMATIC) {
            throw UrlCacheApi.invalid();
        }
        StoreFailure.translated(() -> {
            cache.configure(quota, mode);
            if ((which & CACHE_CONFIG_FORCE_CLEANUP_FC) != 0) {
                cache.free(cache.quota() - cache.quota() / 10);
            }
            return true;
        });
    }
}
