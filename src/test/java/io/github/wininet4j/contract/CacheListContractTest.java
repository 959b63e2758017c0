package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
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
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.LongRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enumerations, streams, groups and settings of the URL cache. */
@ContractTest
final class CacheListContractTest {
    private static final String URL = "http://cache.example/dir/page.txt";
    private static final int ROOM = 8192;

    private final BackEnd api;
    private final CacheClient cache;

    CacheListContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.openWithCache();
        this.cache = new CacheClient(api);
    }

    // ---- enumerations

    @Test
    @Rule({"R-CENT-20", "R-CENT-21", "R-CENT-24"})
    void findFirstUrlCacheEntry_goesThroughAllContent() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            cache.store(URL + i, "x");
            stored.add(URL + i);
        }
        cache.commit("Cookie:me@host/", null, CacheEntryType.COOKIE_CACHE_ENTRY, new FILETIME());

        assertThat(cache.urls(null)).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(cache.urls("cookie:")).containsExactly("Cookie:me@host/");
        assertThat(cache.urls("*.*")).isEmpty();
    }

    @Test
    @Rule({"R-CENT-37", "R-CONTRA-9"})
    void findFirstUrlCacheEntry_ofAnEmptyCache_fails() {
        assertThat(api.FindFirstUrlCacheEntry(null, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(ROOM)))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
    }

    @Test
    @Rule({"R-CENT-21", "R-CENT-16"})
    void findNextUrlCacheEntry_withTooLittleRoom_staysWhereItIs() {
        cache.store("http://one/", "x");
        cache.store("http://two/", "x");
        INTERNET_CACHE_ENTRY_INFO first = new INTERNET_CACHE_ENTRY_INFO();
        assertThat(api.FindFirstUrlCacheEntry(null, null, new DwordRef())).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        HANDLE list = api.FindFirstUrlCacheEntry(null, first, new DwordRef(ROOM));
        DwordRef size = new DwordRef(10);
        INTERNET_CACHE_ENTRY_INFO second = new INTERNET_CACHE_ENTRY_INFO();

        assertThat(api.FindNextUrlCacheEntry(list, second, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isGreaterThan(second.sizeof());

        assertThat(api.FindNextUrlCacheEntry(list, second, size)).isTrue();
        assertThat(List.of(first.lpszSourceUrlName, second.lpszSourceUrlName))
                .containsExactlyInAnyOrder("http://one/", "http://two/");
        assertThat(api.FindCloseUrlCache(list)).isTrue();
    }

    @Test
    @Rule({"R-CENT-22", "R-CENT-23", "R-CGRP-2"})
    void findFirstUrlCacheEntryEx_filtersByKindAndGroup() {
        long group = api.CreateUrlCacheGroup(0, null);
        cache.store("http://normal/", "x");
        cache.store("http://sticky/", "x", CacheEntryType.STICKY_CACHE_ENTRY, new FILETIME());
        cache.store("http://grouped/", "x");
        assertThat(api.SetUrlCacheEntryGroup("http://grouped/", 0, group, null, 0, null))
                .isTrue();

        assertThat(cache.urls(0, 0)).containsExactlyInAnyOrder("http://normal/", "http://sticky/");
        assertThat(cache.urls(CacheEntryType.STICKY_CACHE_ENTRY, 0)).containsExactly("http://sticky/");
        assertThat(cache.urls(0, group)).containsExactly("http://grouped/");
        assertThat(cache.urls(CacheEntryType.EDITED_CACHE_ENTRY, 0)).isEmpty();
    }

    @Test
    @Rule("R-CENT-24")
    void findCloseUrlCache_closesEachListOnce() {
        cache.store(URL, "x");
        HANDLE list = api.FindFirstUrlCacheEntry(null, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(ROOM));

        assertThat(api.FindCloseUrlCache(list)).isTrue();
        assertThat(api.FindCloseUrlCache(list)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.FindNextUrlCacheEntry(list, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(ROOM)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    // ---- streams

    private HANDLE stream(String url) {
        return api.RetrieveUrlCacheEntryStream(url, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(ROOM), true, 0);
    }

    private String read(HANDLE stream, int location, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef(length);
        assertThat(api.ReadUrlCacheEntryStream(stream, location, bytes, count, 0))
                .isTrue();
        return new String(bytes.array(), 0, count.value, StandardCharsets.US_ASCII);
    }

    @Test
    @Rule("R-CENT-29")
    void readUrlCacheEntryStream_readsAnywhere() {
        cache.store(URL, "0123456789");
        HANDLE stream = stream(URL);

        assertThat(read(stream, 3, 4)).isEqualTo("3456");
        assertThat(read(stream, 0, 100)).isEqualTo("0123456789");
        assertThat(read(stream, 10, 5)).isEmpty();
        assertThat(read(stream, -1, 5)).isEmpty();
        assertThat(api.ReadUrlCacheEntryStream(stream, 0, ByteBuffer.allocate(3), new DwordRef(4), 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.UnlockUrlCacheEntryStream(stream, 0)).isTrue();
        assertThat(api.UnlockUrlCacheEntryStream(stream, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-CENT-29", "R-CENT-27"})
    void retrieveUrlCacheEntryStream_locksTheEntry() {
        cache.store(URL, "kept");
        HANDLE stream = stream(URL);

        assertThat(cache.delete(URL)).isEqualTo(Win32Error.ERROR_SHARING_VIOLATION);
        assertThat(read(stream, 0, 4)).isEqualTo("kept");
        assertThat(api.UnlockUrlCacheEntryStream(stream, 0)).isTrue();

        assertThat(cache.info(URL)).isNull();
        assertThat(stream(URL)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    // ---- groups

    private INTERNET_CACHE_GROUP_INFO attributes(long group, int which) {
        INTERNET_CACHE_GROUP_INFO info = new INTERNET_CACHE_GROUP_INFO();
        boolean there = api.GetUrlCacheGroupAttribute(group, 0, which, info, new DwordRef(info.sizeof()), null);
        return there ? info : null;
    }

    private List<Long> groups() {
        List<Long> groups = new ArrayList<>();
        LongRef group = new LongRef();
        HANDLE list = api.FindFirstUrlCacheGroup(0, CacheGroup.CACHEGROUP_SEARCH_ALL, null, 0, group, null);
        if (list == null) {
            return groups;
        }
        do {
            groups.add(group.value);
        } while (api.FindNextUrlCacheGroup(list, group, null));
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        return groups;
    }

    @Test
    @Rule({"R-CGRP-1", "R-CGRP-5"})
    void createUrlCacheGroup_makesAGroupOrANumberOnly() {
        assertThat(groups()).isEmpty();
        long group = api.CreateUrlCacheGroup(CacheGroup.CACHEGROUP_FLAG_NONPURGEABLE, null);
        long number = api.CreateUrlCacheGroup(CacheGroup.CACHEGROUP_FLAG_GIDONLY, null);

        assertThat(group).isNotZero();
        assertThat(number).isNotZero().isNotEqualTo(group);
        assertThat(groups()).containsExactly(group);
        assertThat(attributes(group, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL).dwGroupFlags)
                .isEqualTo(CacheGroup.CACHEGROUP_FLAG_NONPURGEABLE);
        assertThat(attributes(number, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(api.FindFirstUrlCacheGroup(0, CacheGroup.CACHEGROUP_SEARCH_BYURL, null, 0, new LongRef(), null))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.CreateUrlCacheGroup(0x100, null)).isZero();
    }

    @Test
    @Rule("R-CGRP-4")
    void setUrlCacheGroupAttribute_changesWhatIsNamed() {
        long group = api.CreateUrlCacheGroup(0, null);
        INTERNET_CACHE_GROUP_INFO values = new INTERNET_CACHE_GROUP_INFO();
        values.szGroupName = "n".repeat(119);
        values.dwDiskQuota = 12;
        values.dwGroupType = 3;
        values.dwOwnerStorage = new int[] {1, 2, 3, 4};
        cache.store(URL, "x".repeat(3000));
        api.SetUrlCacheEntryGroup(URL, 0, group, null, 0, null);

        assertThat(api.SetUrlCacheGroupAttribute(group, 0, CacheGroup.CACHEGROUP_ATTRIBUTE_GROUPNAME, values, null))
                .isTrue();
        assertThat(attributes(group, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL).dwDiskQuota)
                .isZero();
        assertThat(api.SetUrlCacheGroupAttribute(group, 0, CacheGroup.CACHEGROUP_READWRITE_MASK, values, null))
                .isTrue();

        INTERNET_CACHE_GROUP_INFO all = attributes(group, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL);
        assertThat(all.szGroupName).isEqualTo("n".repeat(119));
        assertThat(all.dwDiskQuota).isEqualTo(12);
        assertThat(all.dwGroupType).isEqualTo(3);
        assertThat(all.dwOwnerStorage).containsExactly(1, 2, 3, 4);
        assertThat(all.dwDiskUsage).isEqualTo(2);
        assertThat(attributes(group, CacheGroup.CACHEGROUP_ATTRIBUTE_QUOTA).szGroupName)
                .isEmpty();
        assertThat(api.SetUrlCacheGroupAttribute(group, 0, CacheGroup.CACHEGROUP_ATTRIBUTE_BASIC, values, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        DwordRef size = new DwordRef(10);
        assertThat(api.GetUrlCacheGroupAttribute(group, 0, 1, null, size, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(values.sizeof());
    }

    @Test
    @Rule({"R-CGRP-2", "R-CGRP-3"})
    void deleteUrlCacheGroup_withFlush_deletesWhatIsInNoOtherGroup() {
        long first = api.CreateUrlCacheGroup(0, null);
        long second = api.CreateUrlCacheGroup(0, null);
        cache.store("http://one/", "x");
        cache.store("http://both/", "x");
        for (String url : List.of("http://one/", "http://both/")) {
            assertThat(api.SetUrlCacheEntryGroup(url, CacheGroup.INTERNET_CACHE_GROUP_ADD, first, null, 0, null))
                    .isTrue();
        }
        api.SetUrlCacheEntryGroup("http://both/", CacheGroup.INTERNET_CACHE_GROUP_ADD, second, null, 0, null);

        assertThat(api.DeleteUrlCacheGroup(first, CacheGroup.CACHEGROUP_FLAG_FLUSHURL_ONDELETE, null))
                .isTrue();

        assertThat(cache.info("http://one/")).isNull();
        assertThat(cache.urls(0, second)).containsExactly("http://both/");
        assertThat(api.SetUrlCacheEntryGroup(
                        "http://both/", CacheGroup.INTERNET_CACHE_GROUP_REMOVE, second, null, 0, null))
                .isTrue();
        assertThat(cache.urls(0, 0)).containsExactly("http://both/");
        assertThat(api.DeleteUrlCacheGroup(second, 0, null)).isTrue();
        assertThat(api.DeleteUrlCacheGroup(second, 0, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(cache.info("http://both/")).isNotNull();
        assertThat(api.SetUrlCacheEntryGroup("http://absent/", 0, second, null, 0, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    // ---- settings

    private INTERNET_CACHE_CONFIG_INFO config(int fields) {
        INTERNET_CACHE_CONFIG_INFO info = new INTERNET_CACHE_CONFIG_INFO();
        return api.GetUrlCacheConfigInfo(info, null, fields) ? info : null;
    }

    @Test
    @Rule({"R-CENT-36", "R-CACHE-3", "R-CBX-15"})
    void getUrlCacheConfigInfo_tellsQuotaUsageModeAndPaths() {
        String file = cache.store(URL, "x".repeat(5000)).toString();

        INTERNET_CACHE_CONFIG_INFO info = config(CacheConfig.CACHE_CONFIG_QUOTA_FC
                | CacheConfig.CACHE_CONFIG_SYNC_MODE_FC
                | CacheConfig.CACHE_CONFIG_USER_MODE_FC
                | CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC
                | CacheConfig.CACHE_CONFIG_CONTENT_USAGE_FC
                | CacheConfig.CACHE_CONFIG_STICKY_CONTENT_USAGE_FC);

        assertThat(info.dwQuota).isBetween(8 * 1024, 50 * 1024);
        assertThat(info.dwSyncMode).isEqualTo(CacheConfig.WININET_SYNC_MODE_AUTOMATIC);
        assertThat(info.fPerUser).isTrue();
        assertThat(file).startsWith(info.CachePath);
        assertThat(info.dwNumCachePaths).isEqualTo(1);
        assertThat(info.dwNormalUsage).isBetween(5, 8);
        assertThat(info.dwExemptUsage).isZero();
        assertThat(config(CacheConfig.CACHE_CONFIG_COOKIES_PATHS_FC).CachePath).endsWith("cookies");
    }

    @Test
    @Rule("R-CENT-36")
    void getUrlCacheConfigInfo_refusesWhatDoesNotGoTogether() {
        INTERNET_CACHE_CONFIG_INFO info = new INTERNET_CACHE_CONFIG_INFO();

        assertThat(api.GetUrlCacheConfigInfo(info, new DwordRef(560), CacheConfig.CACHE_CONFIG_QUOTA_FC))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(config(CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC | CacheConfig.CACHE_CONFIG_HISTORY_PATHS_FC))
                .isNull();
        assertThat(api.GetUrlCacheConfigInfo(null, null, CacheConfig.CACHE_CONFIG_QUOTA_FC))
                .isFalse();
        info.dwContainer = 1;
        assertThat(api.GetUrlCacheConfigInfo(info, null, CacheConfig.CACHE_CONFIG_STICKY_CONTENT_USAGE_FC))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-CENT-36")
    void setUrlCacheConfigInfo_changesQuotaAndMode() {
        INTERNET_CACHE_CONFIG_INFO values = new INTERNET_CACHE_CONFIG_INFO();
        values.dwQuota = 9000;
        values.dwSyncMode = CacheConfig.WININET_SYNC_MODE_ALWAYS;

        assertThat(api.SetUrlCacheConfigInfo(
                        values, CacheConfig.CACHE_CONFIG_QUOTA_FC | CacheConfig.CACHE_CONFIG_SYNC_MODE_FC))
                .isTrue();

        INTERNET_CACHE_CONFIG_INFO info =
                config(CacheConfig.CACHE_CONFIG_QUOTA_FC | CacheConfig.CACHE_CONFIG_SYNC_MODE_FC);
        assertThat(info.dwQuota).isEqualTo(9000);
        assertThat(info.dwSyncMode).isEqualTo(CacheConfig.WININET_SYNC_MODE_ALWAYS);
        values.dwSyncMode = 5;
        assertThat(api.SetUrlCacheConfigInfo(values, CacheConfig.CACHE_CONFIG_SYNC_MODE_FC))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-PROJ-CACHE-2")
    void incrementUrlCacheHeaderData_countsForAllEngines() {
        DwordRef value = new DwordRef();

        assertThat(api.IncrementUrlCacheHeaderData(3, value)).isTrue();
        assertThat(api.IncrementUrlCacheHeaderData(3, value)).isTrue();
        assertThat(value.value).isEqualTo(2);
        assertThat(api.IncrementUrlCacheHeaderData(4, value)).isTrue();
        assertThat(value.value).isEqualTo(1);
        assertThat(api.IncrementUrlCacheHeaderData(32, value)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.DeleteIE3Cache(0, 0, null, 0)).isZero();
    }

    @Test
    @Rule("R-PROJ-CACHE-2")
    void getDiskInfo_describesTheDiskOfAFolder() {
        LongRef free = new LongRef();
        LongRef total = new LongRef();

        assertThat(api.GetDiskInfo(System.getProperty("java.io.tmpdir"), new DwordRef(), free, total))
                .isTrue();
        assertThat(total.value).isGreaterThanOrEqualTo(free.value).isPositive();
        assertThat(api.GetDiskInfo(null, null, null, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
