package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls the cache functions the way programs do. */
final class CacheClient {
    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";

    private static final int ROOM = 8192;

    private final BackEnd api;

    CacheClient(BackEnd api) {
        this.api = api;
    }

    Path createFile(String url) {
        TextBuffer path = new TextBuffer(260);
        assertThat(api.CreateUrlCacheEntry(url, 0, "txt", path, 0)).isTrue();
        return Path.of(path.toString());
    }

    /** Makes an entry with a content; returns its file. */
    Path store(String url, String content) {
        return store(url, content, CacheEntryType.NORMAL_CACHE_ENTRY, new FILETIME());
    }

    Path store(String url, String content, int type, FILETIME expires) {
        Path file = createFile(url);
        write(file, content);
        assertThat(commit(url, file.toString(), type, expires)).isZero();
        return file;
    }

    static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int commit(String url, String file, int type, FILETIME expires) {
        return error(
                api.CommitUrlCacheEntry(url, file, expires, new FILETIME(), type, HEAD, HEAD.length(), null, null));
    }

    int error(boolean result) {
        return result ? 0 : api.GetLastError();
    }

    /** What the cache says of a URL; null with the error in the last error if it says nothing. */
    INTERNET_CACHE_ENTRY_INFO info(String url) {
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        return api.GetUrlCacheEntryInfo(url, info, new DwordRef(ROOM)) ? info : null;
    }

    INTERNET_CACHE_ENTRY_INFO retrieve(String url) {
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        return api.RetrieveUrlCacheEntryFile(url, info, new DwordRef(ROOM), 0) ? info : null;
    }

    int delete(String url) {
        return error(api.DeleteUrlCacheEntry(url));
    }

    /** The URLs that an enumeration finds. */
    List<String> urls(String pattern) {
        List<String> urls = new ArrayList<>();
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        HANDLE list = api.FindFirstUrlCacheEntry(pattern, info, new DwordRef(ROOM));
        if (list == null) {
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
            return urls;
        }
        do {
            urls.add(info.lpszSourceUrlName);
            info = new INTERNET_CACHE_ENTRY_INFO();
        } while (api.FindNextUrlCacheEntry(list, info, new DwordRef(ROOM)));
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        return urls;
    }

    /** The URLs of a kind and a group. */
    List<String> urls(int filter, long group) {
        List<String> urls = new ArrayList<>();
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        HANDLE list = api.FindFirstUrlCacheEntryEx(null, 0, filter, group, info, new DwordRef(ROOM), null, null, null);
        if (list == null) {
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
            return urls;
        }
        do {
            urls.add(info.lpszSourceUrlName);
            info = new INTERNET_CACHE_ENTRY_INFO();
        } while (api.FindNextUrlCacheEntryEx(list, info, new DwordRef(ROOM), null, null, null));
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        return urls;
    }
}
