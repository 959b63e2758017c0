package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.Claim;
import io.github.wininet4j.engine.cache.EntryKind;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.UrlCacheFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The functions of cache entries (R-CENT). */
public final class UrlCacheApi implements UrlCacheFunctions {
    private static final int MAX_PATH = 260;

    private final UrlCache cache;
    private final OpenHandles handles;
    private final EntryInfo info;
    private final EntryFields fields;
    private final ConfigInfo config;
    private final LockedFiles locked = new LockedFiles();

    /**
     * Creates the functions.
     *
     * @param cache what they work on
     * @param handles the handles of enumerations and streams
     * @param cookies where cookies are kept
     */
    UrlCacheApi(UrlCache cache, OpenHandles handles, Path cookies) {
        this.cache = cache;
        this.handles = handles;
        this.info = new EntryInfo(cache);
        this.fields = new EntryFields(cache);
        this.config = new ConfigInfo(cache, cookies);
    }

    /** Ends what programs left locked and open. */
    void close() {
        locked.removeAll().forEach(this::end);
        handles.removeAll(EntryStream.class).forEach(this::end);
    }

    /** What one of them meets is no matter of the others. */
    private void end(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            cache.complain(e);
        }
    }

    static WinInetFailure invalid() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }

    private Found require(String key) throws IOException {
        Found found = cache.find(key);
        if (found == null) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        return found;
    }

    // ---- making entries

    @Override
    public boolean CreateUrlCacheEntry(
            @Nullable String lpszUrlName,
            int dwExpectedFileSize,
            @Nullable String lpszFileExtension,
            @Nullable TextBuffer lpszFileName,
            int dwReserved) {
        String key = CacheKey.of(lpszUrlName);
        if (key.isEmpty() || lpszFileName == null || dwReserved != 0) {
            throw invalid();
        }
        String path = StoreFailure.translated(
                () -> cache.createBody(key, lpszFileExtension).toString());
        if (path.length() >= Math.min(MAX_PATH, lpszFileName.capacity())) {
            StoreFailure.translated(() -> Files.deleteIfExists(Path.of(path)));
            throw new WinInetFailure(
                    path.length() >= MAX_PATH
                            ? Win32Error.ERROR_FILENAME_EXCED_RANGE
                            : Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        lpszFileName.set(path);
        return true;
    }

    @Override
    public boolean CommitUrlCacheEntry(
            @Nullable String lpszUrlName,
            @Nullable String lpszLocalFileName,
            @Nullable FILETIME ExpireTime,
            @Nullable FILETIME LastModifiedTime,
            int CacheEntryType,
            @Nullable String lpszHeaderInfo,
            int dwHeaders,
            @Nullable String lpszFileExtension,
            @Nullable String lpszOriginalUrl) {
        String key = CacheKey.of(lpszUrlName);
        if (key.isEmpty()) {
            throw invalid();
        }
        fields.commit(
                key,
                lpszLocalFileName == null || lpszLocalFileName.isEmpty() ? null : lpszLocalFileName,
                ExpireTime == null ? 0 : ExpireTime.steps(),
                LastModifiedTime == null ? 0 : LastModifiedTime.steps(),
                CacheEntryType | EntryKind.of(key),
                lpszHeaderInfo == null ? "" : lpszHeaderInfo,
                lpszOriginalUrl);
        return true;
    }

    @Override
    public boolean DeleteUrlCacheEntry(@Nullable String lpszUrlName) {
        String key = CacheKey.of(lpszUrlName);
        UrlCache.Deletion deletion = StoreFailure.translated(() -> cache.delete(key));
        if (deletion == UrlCache.Deletion.DONE) {
            return true;
        }
        throw new WinInetFailure(
                deletion == UrlCache.Deletion.ABSENT
                        ? Win32Error.ERROR_FILE_NOT_FOUND
                        : Win32Error.ERROR_SHARING_VIOLATION);
    }

    @Override
    public boolean SetUrlCacheEntryInfo(
            @Nullable String lpszUrlName, @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo, int dwFieldControl) {
        String key = CacheKey.of(lpszUrlName);
        if (lpCacheEntryInfo == null) {
            throw invalid();
        }
        fields.change(key, lpCacheEntryInfo, dwFieldControl);
        return true;
    }

    // ---- looking at entries

    @Override
    public boolean GetUrlCacheEntryInfo(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        String key = CacheKey.of(lpszUrlName);
        return StoreFailure.translated(() -> {
            Found found = require(key);
            if (lpCacheEntryInfo != null || lpcbCacheEntryInfo != null) {
                info.give(found, lpCacheEntryInfo, lpcbCacheEntryInfo);
            }
            return true;
        });
    }

    @Override
    public boolean GetUrlCacheEntryInfoEx(
            @Nullable String lpszUrl,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            @Nullable TextBuffer lpszRedirectUrl,
            @Nullable DwordRef lpcbRedirectUrl,
            @Nullable LPVOID lpReserved,
            int dwFlags) {
        String key = CacheKey.of(lpszUrl);
        if (lpszRedirectUrl != null || lpcbRedirectUrl != null || lpReserved != null) {
            throw invalid();
        }
        return StoreFailure.translated(() -> {
            Found found = CachedRedirects.find(cache, key);
            if (found == null) {
                throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
            }
            if (lpCacheEntryInfo != null || lpcbCacheEntryInfo != null) {
                info.give(found, lpCacheEntryInfo, lpcbCacheEntryInfo);
            }
            return true;
        });
    }

    @Override
    public boolean IsUrlCacheEntryExpired(
            @Nullable String lpszUrlName, int dwFlags, @Nullable FILETIME pftLastModified) {
        String key = CacheKey.of(lpszUrlName);
        return StoreFailure.translated(() -> {
            Found found = cache.find(key);
            CacheEntry entry = found == null ? null : found.entry();
            if (pftLastModified != null) {
                FILETIME modified = new FILETIME(entry == null ? 0 : entry.modified());
                pftLastModified.dwLowDateTime = modified.dwLowDateTime;
                pftLastModified.dwHighDateTime = modified.dwHighDateTime;
            }
            return entry != null && entry.expires() != 0 && entry.expires() <= cache.now();
        });
    }

    // ---- files and streams

    @Override
    public boolean RetrieveUrlCacheEntryFile(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            int dwReserved) {
        String key = CacheKey.of(lpszUrlName);
        return StoreFailure.translated(() -> {
            locked.add(key, retrieve(require(key), lpCacheEntryInfo, lpcbCacheEntryInfo));
            return true;
        });
    }

    /** Claims an entry with a file, unless the caller's room does not do; claimed first, so that the file stays. */
    private Claim retrieve(Found found, @Nullable INTERNET_CACHE_ENTRY_INFO target, @Nullable DwordRef size)
            throws IOException {
        CacheEntry.Body body = found.entry().body();
        Path path = body == null ? null : cache.toldPath(body);
        if (path == null || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        Claim claim = found.claim();
        boolean done = false;
        try {
            found.used();
            info.give(found, target, size);
            done = true;
            return claim;
        } finally {
            if (!done) {
                claim.close();
            }
        }
    }

    @Override
    public boolean UnlockUrlCacheEntryFile(@Nullable String lpszUrlName, int dwReserved) {
        Claim claim = locked.remove(CacheKey.of(lpszUrlName));
        if (claim == null) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        return StoreFailure.translated(() -> {
            claim.close();
            return true;
        });
    }

    @Override
    public @Nullable HANDLE RetrieveUrlCacheEntryStream(
            @Nullable String lpszUrlName,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo,
            boolean fRandomRead,
            int dwReserved) {
        String key = CacheKey.of(lpszUrlName);
        return StoreFailure.translated(() -> {
            Found found = require(key);
            Claim claim = retrieve(found, lpCacheEntryInfo, lpcbCacheEntryInfo);
            FileChannel content = null;
            try {
                content = found.open();
            } finally {
                if (content == null) {
                    claim.close();
                }
            }
            if (content == null) {
                throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
            }
            return handles.add(new EntryStream(content, claim));
        });
    }

    @Override
    public boolean ReadUrlCacheEntryStream(
            @Nullable HANDLE hUrlCacheStream,
            int dwLocation,
            @Nullable ByteBuffer lpBuffer,
            @Nullable DwordRef lpdwLen,
            int Reserved) {
        EntryStream stream = handles.find(hUrlCacheStream, EntryStream.class);
        long wanted = lpdwLen == null ? -1 : Integer.toUnsignedLong(lpdwLen.value);
        if (lpdwLen == null || wanted > (lpBuffer == null ? 0 : lpBuffer.remaining())) {
            throw invalid();
        }
        lpdwLen.value = lpBuffer == null
                ? 0
                : StoreFailure.translated(() -> stream.read(
                        Integer.toUnsignedLong(dwLocation), lpBuffer.slice(lpBuffer.position(), (int) wanted)));
        return true;
    }

    @Override
    public boolean UnlockUrlCacheEntryStream(@Nullable HANDLE hUrlCacheStream, int Reserved) {
        EntryStream stream = handles.remove(hUrlCacheStream, EntryStream.class);
        return StoreFailure.translated(() -> {
            stream.close();
            return true;
        });
    }

    // ---- enumerations

    @Override
    public @Nullable HANDLE FindFirstUrlCacheEntry(
            @Nullable String lpszUrlSearchPattern,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        return begin(
                ContainerFilter.of(cache, lpszUrlSearchPattern),
                Win32Error.ERROR_NO_MORE_ITEMS,
                lpFirstCacheEntryInfo,
                lpcbCacheEntryInfo);
    }

    private HANDLE begin(
            Predicate<Found> filter, int endError, @Nullable INTERNET_CACHE_ENTRY_INFO first, @Nullable DwordRef size) {
        return StoreFailure.translated(() -> {
            Enumeration enumeration = new Enumeration(cache, filter, endError);
            enumeration.next(found -> info.give(found, first, size));
            return handles.add(enumeration);
        });
    }

    private boolean next(@Nullable HANDLE handle, @Nullable INTERNET_CACHE_ENTRY_INFO next, @Nullable DwordRef size) {
        Enumeration enumeration = handles.find(handle, Enumeration.class);
        return StoreFailure.translated(() -> {
            enumeration.next(found -> info.give(found, next, size));
            return true;
        });
    }

    @Override
    public boolean FindNextUrlCacheEntry(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbCacheEntryInfo) {
        return next(hEnumHandle, lpNextCacheEntryInfo, lpcbCacheEntryInfo);
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheEntryEx(
            @Nullable String lpszUrlSearchPattern,
            int dwFlags,
            int dwFilter,
            long GroupId,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpFirstCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        if (dwFlags != 0 || lpGroupAttributes != null || lpcbGroupAttributes != null || lpReserved != null) {
            throw invalid();
        }
        int types = dwFilter == 0 ? CacheEntryType.URLCACHE_FIND_DEFAULT_FILTER : dwFilter;
        Predicate<Found> ofType = found -> found.entry().is(types);
        Predicate<Found> ofGroup = found -> GroupId == 0
                ? found.entry().groups().isEmpty()
                : found.entry().groups().contains(GroupId);
        return begin(
                ContainerFilter.of(cache, lpszUrlSearchPattern).and(ofType).and(ofGroup),
                Win32Error.ERROR_NO_MORE_FILES,
                lpFirstCacheEntryInfo,
                lpcbEntryInfo);
    }

    @Override
    public boolean FindNextUrlCacheEntryEx(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_ENTRY_INFO lpNextCacheEntryInfo,
            @Nullable DwordRef lpcbEntryInfo,
            @Nullable LPVOID lpGroupAttributes,
            @Nullable DwordRef lpcbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        if (lpGroupAttributes != null || lpcbGroupAttributes != null || lpReserved != null) {
            throw invalid();
        }
        return next(hEnumHandle, lpNextCacheEntryInfo, lpcbEntryInfo);
    }

    @Override
    public boolean FindCloseUrlCache(@Nullable HANDLE hEnumHandle) {
        Object closed = handles.find(hEnumHandle, Object.class);
        if (closed instanceof EntryStream) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        handles.remove(hEnumHandle, Object.class);
        return true;
    }

    // ---- settings and the rest

    @Override
    public boolean GetUrlCacheConfigInfo(
            @Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo,
            @Nullable DwordRef lpcbCacheConfigInfo,
            int dwFieldControl) {
        if (lpcbCacheConfigInfo != null) {
            throw invalid();
        }
        config.get(lpCacheConfigInfo, dwFieldControl);
        return true;
    }

    @Override
    public boolean SetUrlCacheConfigInfo(@Nullable INTERNET_CACHE_CONFIG_INFO lpCacheConfigInfo, int dwFieldControl) {
        config.set(lpCacheConfigInfo, dwFieldControl);
        return true;
    }

    @Override
    public int DeleteIE3Cache(long hwnd, long hinst, @Nullable String lpszCmd, int nCmdShow) {
        return 0;
    }

    @Override
    public boolean GetDiskInfo(
            @Nullable String pszPath,
            @Nullable DwordRef pdwClusterSize,
            @Nullable LongRef pdlAvailable,
            @Nullable LongRef pdlTotal) {
        if (pszPath == null) {
            throw invalid();
        }
        return StoreFailure.translated(() -> {
            var disk = Files.getFileStore(Path.of(pszPath));
            if (pdwClusterSize != null) {
                pdwClusterSize.value = (int) disk.getBlockSize();
            }
            if (pdlAvailable != null) {
                pdlAvailable.value = disk.getUsableSpace();
            }
            if (pdlTotal != null) {
                pdlTotal.value = disk.getTotalSpace();
            }
            return true;
        });
    }

    @Override
    public boolean IncrementUrlCacheHeaderData(int nIdx, @Nullable DwordRef lpdwData) {
        return counter(nIdx, lpdwData, value -> value + 1);
    }

    @Override
    public boolean GetUrlCacheHeaderData(int nIdx, @Nullable DwordRef lpdwData) {
        return counter(nIdx, lpdwData, value -> value);
    }

    @Override
    public boolean SetUrlCacheHeaderData(int nIdx, int dwData) {
        return counter(nIdx, new DwordRef(), value -> dwData);
    }

    private boolean counter(int index, @Nullable DwordRef target, IntUnaryOperator change) {
        if (!cache.counters().has(index) || target == null) {
            throw invalid();
        }
        target.value = StoreFailure.translated(() -> cache.counters().change(index, change));
        return true;
    }
}
