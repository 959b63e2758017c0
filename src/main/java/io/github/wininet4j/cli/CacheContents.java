package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The URL cache by its functions. */
final class CacheContents {
    /** As much as any entry needs. */
    private static final int ROOM = 1 << 24;

    private static final int PIECE = 65_536;
    private static final String BROKEN = ".broken";

    private final BackEnd api;

    /** What the cache holds, in KB. */
    record Size(int entries, long used, long quota, String folder) {}

    CacheContents(BackEnd api) {
        this.api = api;
    }

    List<INTERNET_CACHE_ENTRY_INFO> entries(Predicate<INTERNET_CACHE_ENTRY_INFO> filter) {
        List<INTERNET_CACHE_ENTRY_INFO> all = new ArrayList<>();
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        HANDLE list = api.FindFirstUrlCacheEntry(null, info, new DwordRef(ROOM));
        if (list == null) {
            return all;
        }
        do {
            if (filter.test(info)) {
                all.add(info);
            }
            info = new INTERNET_CACHE_ENTRY_INFO();
        } while (api.FindNextUrlCacheEntry(list, info, new DwordRef(ROOM)));
        api.FindCloseUrlCache(list);
        return all;
    }

    @Nullable
    INTERNET_CACHE_ENTRY_INFO find(String url) {
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        return api.GetUrlCacheEntryInfo(url, info, new DwordRef(ROOM)) ? info : null;
    }

    boolean isExpired(String url) {
        return api.IsUrlCacheEntryExpired(url, 0, new FILETIME());
    }

    boolean delete(String url) {
        return api.DeleteUrlCacheEntry(url);
    }

    /** Copies the content of an entry; returns its size, or -1 if there is none. */
    long copy(String url, Path target) throws IOException {
        HANDLE stream = open(url);
        if (stream == null) {
            return -1;
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long at = 0;
            for (int count = read(stream, at, piece); count > 0; count = read(stream, at, piece)) {
                out.write(piece.array(), 0, count);
                at += count;
            }
            return at;
        } finally {
            api.UnlockUrlCacheEntryStream(stream, 0);
        }
    }

    private @Nullable HANDLE open(String url) {
        return api.RetrieveUrlCacheEntryStream(url, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(ROOM), false, 0);
    }

    private int read(HANDLE stream, long at, ByteBuffer piece) {
        DwordRef count = new DwordRef(PIECE);
        return api.ReadUrlCacheEntryStream(stream, (int) at, piece.clear(), count, 0) ? count.value : 0;
    }

    /** Whether the content is what was stored: the engine opens no other. */
    boolean isSound(INTERNET_CACHE_ENTRY_INFO info) {
        if (info.lpszLocalFileName == null) {
            return true;
        }
        HANDLE stream = open(String.valueOf(info.lpszSourceUrlName));
        return stream != null && api.UnlockUrlCacheEntryStream(stream, 0);
    }

    /**
     * Takes away what is left of entries whose files were broken: the engine puts such files aside when it reads them
     * (R-PROJ-CACHE-26). Returns their names as they were.
     */
    List<String> deleteBroken() throws IOException {
        List<String> names = new ArrayList<>();
        Path entries = Path.of(folder()).resolveSibling("entries");
        if (!Files.isDirectory(entries)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(entries, "*" + BROKEN)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Files.deleteIfExists(file);
                names.add(name.substring(0, name.length() - BROKEN.length()) + ".entry");
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private String folder() {
        INTERNET_CACHE_CONFIG_INFO config = new INTERNET_CACHE_CONFIG_INFO();
        api.GetUrlCacheConfigInfo(config, null, CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC);
        return config.CachePath;
    }

    Size size() {
        INTERNET_CACHE_CONFIG_INFO config = new INTERNET_CACHE_CONFIG_INFO();
        api.GetUrlCacheConfigInfo(
                config,
                null,
                CacheConfig.CACHE_CONFIG_QUOTA_FC
                        | CacheConfig.CACHE_CONFIG_CONTENT_USAGE_FC
                        | CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC);
        return new Size(
                entries(info -> true).size(),
                Integer.toUnsignedLong(config.dwNormalUsage),
                Integer.toUnsignedLong(config.dwQuota),
                config.CachePath);
    }
}
