package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONFIG_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_ENTRY_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_GROUP_INFOA;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The URL cache of ANSI callers. */
@ContractTest
final class AnsiCacheContractTest {
    private static final String URL = "http://cache.example/dir/page.txt";
    private static final int ROOM = 8192;

    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiCacheContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.openWithCache();
        this.ansi = AnsiWinInet.over(api);
    }

    private String store(String url, String content) {
        byte[] path = new byte[260];
        assertThat(ansi.CreateUrlCacheEntryA(z(url), 0, z("txt"), path, 0)).isTrue();
        CacheClient.write(Path.of(text(path)), content);
        byte[] head = z(CacheClient.HEAD);
        assertThat(ansi.CommitUrlCacheEntryA(
                        z(url),
                        path,
                        new FILETIME(),
                        new FILETIME(),
                        CacheEntryType.NORMAL_CACHE_ENTRY,
                        head,
                        head.length - 1,
                        null,
                        null))
                .isTrue();
        return text(path);
    }

    @Test
    @Rule({"R-CENT-3", "R-CENT-5", "R-CENT-14", "R-CENT-16"})
    void commitUrlCacheEntryA_storesWhatGetUrlCacheEntryInfoAGives() {
        String file = store(URL, "content");
        INTERNET_CACHE_ENTRY_INFOA info = new INTERNET_CACHE_ENTRY_INFOA();
        DwordRef size = new DwordRef(0);

        assertThat(ansi.GetUrlCacheEntryInfoA(z(URL), null, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(ansi.GetUrlCacheEntryInfoA(z(URL), info, size)).isTrue();

        assertThat(text(info.lpszSourceUrlName)).isEqualTo(URL);
        assertThat(text(info.lpszLocalFileName)).isEqualTo(file);
        assertThat(text(info.lpHeaderInfo)).isEqualTo(CacheClient.HEAD);
        assertThat(info.dwHeaderInfoSize).isEqualTo(CacheClient.HEAD.length());
        assertThat(info.dwSizeLow).isEqualTo(7);
        assertThat(ansi.GetUrlCacheEntryInfoExA(z(URL), info, new DwordRef(ROOM), null, null, null, 0))
                .isTrue();
        assertThat(ansi.IsUrlCacheEntryExpiredA(z(URL), 0, new FILETIME())).isFalse();
    }

    @Test
    @Rule({"R-CENT-25", "R-CENT-27", "R-CENT-29"})
    void retrieveUrlCacheEntryFileA_locksUntilUnlockUrlCacheEntryFileA() {
        store(URL, "content");
        INTERNET_CACHE_ENTRY_INFOA info = new INTERNET_CACHE_ENTRY_INFOA();

        assertThat(ansi.RetrieveUrlCacheEntryFileA(z(URL), info, new DwordRef(ROOM), 0))
                .isTrue();
        assertThat(ansi.DeleteUrlCacheEntryA(z(URL))).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_SHARING_VIOLATION);
        assertThat(ansi.UnlockUrlCacheEntryFileA(z(URL), 0)).isTrue();
        assertThat(ansi.DeleteUrlCacheEntryA(z(URL))).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        store(URL, "again");
        HANDLE stream = ansi.RetrieveUrlCacheEntryStreamA(z(URL), info, new DwordRef(ROOM), false, 0);
        assertThat(stream).isNotNull();
        assertThat(api.UnlockUrlCacheEntryStream(stream, 0)).isTrue();
    }

    @Test
    @Rule({"R-CENT-20", "R-CENT-21", "R-CENT-23"})
    void findFirstUrlCacheEntryA_goesThroughTheEntries() {
        store(URL, "content");
        INTERNET_CACHE_ENTRY_INFOA info = new INTERNET_CACHE_ENTRY_INFOA();

        HANDLE list = ansi.FindFirstUrlCacheEntryA(null, info, new DwordRef(ROOM));
        assertThat(text(info.lpszSourceUrlName)).isEqualTo(URL);
        assertThat(ansi.FindNextUrlCacheEntryA(list, info, new DwordRef(ROOM))).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        HANDLE all = ansi.FindFirstUrlCacheEntryExA(null, 0, 0, 0, info, new DwordRef(ROOM), null, null, null);
        assertThat(ansi.FindNextUrlCacheEntryExA(all, info, new DwordRef(ROOM), null, null, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(api.FindCloseUrlCache(all)).isTrue();
    }

    @Test
    @Rule({"R-CENT-19", "R-CENT-36", "R-CGRP-2", "R-CGRP-4"})
    void ansiForms_changeEntriesGroupsAndSettings() {
        store(URL, "content");
        INTERNET_CACHE_ENTRY_INFOA values = new INTERNET_CACHE_ENTRY_INFOA();
        values.dwHitRate = 9;
        long group = api.CreateUrlCacheGroup(0, null);
        INTERNET_CACHE_GROUP_INFOA attributes = new INTERNET_CACHE_GROUP_INFOA();
        System.arraycopy(z("name"), 0, attributes.szGroupName, 0, 4);

        assertThat(ansi.SetUrlCacheEntryInfoA(z(URL), values, CacheEntryType.CACHE_ENTRY_HITRATE_FC))
                .isTrue();
        assertThat(ansi.SetUrlCacheEntryGroupA(z(URL), 0, group, null, 0, null)).isTrue();
        assertThat(ansi.SetUrlCacheGroupAttributeA(
                        group, 0, CacheGroup.CACHEGROUP_ATTRIBUTE_GROUPNAME, attributes, null))
                .isTrue();

        assertThat(ansi.GetUrlCacheEntryInfoA(z(URL), values, new DwordRef(ROOM)))
                .isTrue();
        assertThat(values.dwHitRate).isEqualTo(9);
        INTERNET_CACHE_GROUP_INFOA read = new INTERNET_CACHE_GROUP_INFOA();
        assertThat(ansi.GetUrlCacheGroupAttributeA(
                        group, 0, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL, read, new DwordRef(ROOM), null))
                .isTrue();
        assertThat(text(read.szGroupName)).isEqualTo("name");
        INTERNET_CACHE_CONFIG_INFOA config = new INTERNET_CACHE_CONFIG_INFOA();
        assertThat(ansi.GetUrlCacheConfigInfoA(config, null, CacheConfig.CACHE_CONFIG_QUOTA_FC))
                .isTrue();
        assertThat(config.dwQuota).isPositive();
        assertThat(ansi.SetUrlCacheConfigInfoA(config, CacheConfig.CACHE_CONFIG_QUOTA_FC))
                .isTrue();
    }
}
