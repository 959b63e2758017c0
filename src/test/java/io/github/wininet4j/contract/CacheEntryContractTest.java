package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Entries that programs store, look at, change and delete. */
@ContractTest
final class CacheEntryContractTest {
    private static final String URL = "http://cache.example/dir/page.txt";
    private static final FILETIME PAST = FILETIME.of(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FILETIME FUTURE = FILETIME.of(Instant.parse("2090-01-01T00:00:00Z"));
    private static final FILETIME NEVER = new FILETIME();

    private final BackEnd api;
    private final CacheClient cache;
    private final Path elsewhere;

    CacheEntryContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.openWithCache();
        this.cache = new CacheClient(api);
        this.elsewhere = backEnd.temporaryFolder();
    }

    // ---- CreateUrlCacheEntry

    @Test
    @Rule("R-CENT-3")
    void createUrlCacheEntry_reservesAFileAndMakesNoEntry() {
        Path file = cache.createFile(URL);

        assertThat(file).isAbsolute().isEmptyFile().hasExtension("txt");
        assertThat(cache.info(URL)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Test
    @Rule("R-CENT-4")
    void createUrlCacheEntry_withoutUrlOrRoom_fails() {
        TextBuffer path = new TextBuffer(260);

        assertThat(api.CreateUrlCacheEntry("", 0, null, path, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.CreateUrlCacheEntry(null, 0, null, path, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.CreateUrlCacheEntry(URL, 0, null, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    // ---- CommitUrlCacheEntry

    @Test
    @Rule({"R-CENT-5", "R-CENT-6", "R-CENT-14"})
    void commitUrlCacheEntry_storesFileHeadersAndTimes() throws IOException {
        Path file = cache.createFile(URL);
        Files.writeString(file, "content");

        assertThat(api.CommitUrlCacheEntry(
                        URL,
                        file.toString(),
                        FUTURE,
                        PAST,
                        CacheEntryType.NORMAL_CACHE_ENTRY,
                        CacheClient.HEAD,
                        CacheClient.HEAD.length(),
                        null,
                        null))
                .isTrue();

        INTERNET_CACHE_ENTRY_INFO info = cache.info(URL);
        assertThat(info.lpszSourceUrlName).isEqualTo(URL);
        assertThat(info.lpszLocalFileName).isEqualTo(file.toString());
        assertThat(info.lpHeaderInfo).isEqualTo(CacheClient.HEAD);
        assertThat(info.dwHeaderInfoSize).isEqualTo(CacheClient.HEAD.length());
        assertThat(info.CacheEntryType).isEqualTo(CacheEntryType.NORMAL_CACHE_ENTRY);
        assertThat(info.dwSizeLow).isEqualTo(7);
        assertThat(info.dwSizeHigh).isZero();
        assertThat(info.ExpireTime.steps()).isEqualTo(FUTURE.steps());
        assertThat(info.LastModifiedTime.steps()).isEqualTo(PAST.steps());
        assertThat(info.LastSyncTime.steps()).isPositive();
        assertThat(info.LastAccessTime.steps()).isPositive();
        assertThat(info.dwUseCount).isZero();
    }

    @Test
    @Rule({"R-CENT-5", "R-CENT-11"})
    void commitUrlCacheEntry_ofAMissingFile_failsWithFileNotFound() {
        String missing = elsewhere.resolve("missing").toString();

        assertThat(cache.commit(URL, missing, CacheEntryType.NORMAL_CACHE_ENTRY, NEVER))
                .isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(cache.info(URL)).isNull();
    }

    @Test
    @Rule("R-CENT-7")
    void commitUrlCacheEntry_withoutAFile_makesAnEntryWithoutOne() {
        assertThat(cache.commit(URL, null, CacheEntryType.NORMAL_CACHE_ENTRY, NEVER))
                .isZero();
        assertThat(cache.commit("http://sticky/", null, CacheEntryType.STICKY_CACHE_ENTRY, NEVER))
                .isZero();

        INTERNET_CACHE_ENTRY_INFO info = cache.info(URL);
        assertThat(info.lpszLocalFileName).isNull();
        assertThat(info.dwSizeLow).isZero();
    }

    @Test
    @Rule("R-CENT-8")
    void commitUrlCacheEntry_again_replacesFileAndHeadersAndKeepsTheType() {
        Path old = cache.store(URL, "old", CacheEntryType.STICKY_CACHE_ENTRY, NEVER);
        int hits = cache.info(URL).dwHitRate;

        Path fresh = cache.store(URL, "fresh");

        INTERNET_CACHE_ENTRY_INFO info = cache.info(URL);
        assertThat(info.lpszLocalFileName).isEqualTo(fresh.toString());
        assertThat(info.CacheEntryType).isEqualTo(CacheEntryType.STICKY_CACHE_ENTRY);
        assertThat(info.dwHitRate).isEqualTo(hits + 1);
        assertThat(old).doesNotExist();
        assertThat(fresh).hasContent("fresh");
    }

    @Test
    @Rule({"R-CENT-9", "R-CENT-1"})
    void commitUrlCacheEntry_ofAVisitedUrl_makesAHistoryEntry() {
        cache.commit("Visited: me@" + URL, null, CacheEntryType.NORMAL_CACHE_ENTRY, NEVER);
        cache.store(URL, "content");

        assertThat(cache.info("Visited: me@" + URL).CacheEntryType)
                .isEqualTo(CacheEntryType.URLHISTORY_CACHE_ENTRY | CacheEntryType.NORMAL_CACHE_ENTRY);
        assertThat(cache.urls("visited:")).containsExactly("Visited: me@" + URL);
        assertThat(cache.urls(null)).containsExactly(URL);
    }

    @Test
    @Rule("R-CENT-10")
    void commitUrlCacheEntry_ofAStickyEntry_exemptsItForADay() {
        cache.store(URL, "x", CacheEntryType.STICKY_CACHE_ENTRY, NEVER);

        assertThat(cache.info(URL).dwExemptDelta).isEqualTo(86_400);
    }

    @Test
    @Rule({"R-CENT-12", "R-CENT-13"})
    void commitUrlCacheEntry_takesNoNoticeOfHeaderSizeAndExtension() {
        Path file = cache.createFile(URL);

        assertThat(api.CommitUrlCacheEntry(
                        URL,
                        file.toString(),
                        NEVER,
                        NEVER,
                        CacheEntryType.NORMAL_CACHE_ENTRY,
                        CacheClient.HEAD,
                        0,
                        ".xyz",
                        null))
                .isTrue();

        INTERNET_CACHE_ENTRY_INFO info = cache.info(URL);
        assertThat(info.lpHeaderInfo).isEqualTo(CacheClient.HEAD);
        assertThat(info.lpszFileExtension).isNull();
    }

    @Test
    @Rule({"R-CENT-5", "R-CENT-25"})
    void commitUrlCacheEntry_ofAnEntryInUse_failsWithSharingViolation() {
        cache.store(URL, "old");
        assertThat(cache.retrieve(URL)).isNotNull();

        assertThat(cache.commit(URL, null, CacheEntryType.NORMAL_CACHE_ENTRY, NEVER))
                .isEqualTo(Win32Error.ERROR_SHARING_VIOLATION);
        assertThat(api.UnlockUrlCacheEntryFile(URL, 0)).isTrue();
        assertThat(cache.commit(URL, null, CacheEntryType.NORMAL_CACHE_ENTRY, NEVER))
                .isZero();
    }

    @Test
    @Rule("R-PROJ-CACHE-1")
    void commitUrlCacheEntry_ofAFileElsewhere_leavesItWhereItIs() throws IOException {
        Path mine = elsewhere.resolve("mine.txt");
        Files.writeString(mine, "mine");

        assertThat(cache.commit(URL, mine.toString(), CacheEntryType.NORMAL_CACHE_ENTRY, NEVER))
                .isZero();
        assertThat(cache.info(URL).lpszLocalFileName).isEqualTo(mine.toString());
        assertThat(cache.delete(URL)).isZero();

        assertThat(mine).hasContent("mine");
    }

    // ---- GetUrlCacheEntryInfo

    @Test
    @Rule({"R-CENT-14", "R-CENT-33"})
    void getUrlCacheEntryInfo_withTooLittleRoom_tellsHowMuchItNeeds() {
        cache.store(URL, "x");
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        DwordRef size = new DwordRef(0);

        assertThat(api.GetUrlCacheEntryInfo(URL, null, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        int needed = size.value;
        assertThat(needed).isGreaterThan(info.sizeof());
        size.value = needed - 1;
        assertThat(api.GetUrlCacheEntryInfo(URL, info, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(info.lpszSourceUrlName).isNull();
        size.value = needed;
        assertThat(api.GetUrlCacheEntryInfo(URL, info, size)).isTrue();
        assertThat(size.value).isEqualTo(needed);
    }

    @Test
    @Rule("R-CENT-15")
    void getUrlCacheEntryInfo_ofAUrlWithAFragment_findsNothing() {
        cache.store(URL, "x");

        assertThat(cache.info(URL + "#part")).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(cache.info(URL.toUpperCase(java.util.Locale.ROOT))).isNull();
    }

    @Test
    @Rule("R-CENT-18")
    void getUrlCacheEntryInfoEx_checksItsArguments() {
        cache.store(URL, "x");
        DwordRef size = new DwordRef(8192);

        assertThat(ex(null, null, size, null, null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ex("", null, size, null, null)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(ex(URL, null, size, null, new DwordRef())).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ex(URL, null, size, new TextBuffer(10), null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ex(URL, null, size, null, null)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(ex(URL, new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(8192), null, null))
                .isZero();
    }

    private int ex(
            String url, INTERNET_CACHE_ENTRY_INFO info, DwordRef size, TextBuffer redirect, DwordRef redirectSize) {
        LPVOID none = null;
        return cache.error(api.GetUrlCacheEntryInfoEx(url, info, size, redirect, redirectSize, none, 0));
    }

    @Test
    @Rule({"R-CENT-17", "R-CBX-13"})
    void getUrlCacheEntryInfoEx_ofACachedRedirect_givesItsTarget() {
        String redirect = "HTTP/1.1 301 Moved\r\nLocation: page.txt\r\n\r\n";
        assertThat(api.CommitUrlCacheEntry(
                        "http://cache.example/dir/old",
                        null,
                        FUTURE,
                        NEVER,
                        CacheEntryType.REDIRECT_CACHE_ENTRY | CacheEntryType.NORMAL_CACHE_ENTRY,
                        redirect,
                        redirect.length(),
                        null,
                        null))
                .isTrue();
        cache.store(URL, "target");
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();

        assertThat(ex("http://cache.example/dir/old", info, new DwordRef(8192), null, null))
                .isZero();

        assertThat(info.lpszSourceUrlName).isEqualTo(URL);
    }

    @Test
    @Rule({"R-CENT-31", "R-CENT-32"})
    void getUrlCacheEntryInfo_ofAUrlOutsideAscii_isKeptEncoded() {
        cache.store("http://b\u00fccher.example/stra\u00dfe", "x");

        assertThat(cache.info("http://xn--bcher-kva.example/stra%C3%9Fe")).isNotNull();
        assertThat(cache.info("http://b\u00fccher.example/stra\u00dfe").lpszSourceUrlName)
                .isEqualTo("http://xn--bcher-kva.example/stra%C3%9Fe");
        assertThat(cache.info("http://\u00fc" + "x".repeat(64) + ".example/")).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
    }

    // ---- SetUrlCacheEntryInfo

    @Test
    @Rule("R-CENT-19")
    void setUrlCacheEntryInfo_changesTheFieldsThatAreNamed() {
        cache.store(URL, "x");
        INTERNET_CACHE_ENTRY_INFO values = new INTERNET_CACHE_ENTRY_INFO();
        values.CacheEntryType = CacheEntryType.STICKY_CACHE_ENTRY;
        values.dwHitRate = 17;
        values.ExpireTime = FUTURE;
        values.LastModifiedTime = PAST;
        values.LastAccessTime = PAST;
        values.LastSyncTime = PAST;
        values.dwExemptDelta = 5;

        assertThat(api.SetUrlCacheEntryInfo(
                        URL, values, CacheEntryType.CACHE_ENTRY_HITRATE_FC | CacheEntryType.CACHE_ENTRY_EXPTIME_FC))
                .isTrue();
        INTERNET_CACHE_ENTRY_INFO some = cache.info(URL);
        assertThat(some.dwHitRate).isEqualTo(17);
        assertThat(some.ExpireTime.steps()).isEqualTo(FUTURE.steps());
        assertThat(some.CacheEntryType).isEqualTo(CacheEntryType.NORMAL_CACHE_ENTRY);
        assertThat(some.LastModifiedTime.steps()).isZero();

        assertThat(api.SetUrlCacheEntryInfo(URL, values, 0x0FD4)).isTrue();
        INTERNET_CACHE_ENTRY_INFO all = cache.info(URL);
        assertThat(all.CacheEntryType).isEqualTo(CacheEntryType.STICKY_CACHE_ENTRY);
        assertThat(all.LastModifiedTime.steps()).isEqualTo(PAST.steps());
        assertThat(all.LastAccessTime.steps()).isEqualTo(PAST.steps());
        assertThat(all.LastSyncTime.steps()).isEqualTo(PAST.steps());
        assertThat(all.dwExemptDelta).isEqualTo(5);
        assertThat(all.lpHeaderInfo).isEqualTo(CacheClient.HEAD);
    }

    @Test
    @Rule("R-CENT-19")
    void setUrlCacheEntryInfo_withoutEntryOrWithUnknownFields_fails() {
        INTERNET_CACHE_ENTRY_INFO values = new INTERNET_CACHE_ENTRY_INFO();

        assertThat(api.SetUrlCacheEntryInfo(URL, values, CacheEntryType.CACHE_ENTRY_HITRATE_FC))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        cache.store(URL, "x");
        assertThat(api.SetUrlCacheEntryInfo(URL, values, 0x10000)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.SetUrlCacheEntryInfo(URL, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    // ---- DeleteUrlCacheEntry, RetrieveUrlCacheEntryFile

    @Test
    @Rule("R-CENT-26")
    void deleteUrlCacheEntry_takesFileAndEntryAway() {
        Path file = cache.store(URL, "x");

        assertThat(cache.delete(URL)).isZero();

        assertThat(file).doesNotExist();
        assertThat(cache.info(URL)).isNull();
        assertThat(cache.delete(URL)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Test
    @Rule({"R-CENT-25", "R-CENT-27", "R-CENT-2", "R-CONTRA-9"})
    void deleteUrlCacheEntry_ofALockedEntry_isDoneAtTheLastUnlock() {
        Path file = cache.store(URL, "x");
        assertThat(cache.retrieve(URL).lpszLocalFileName).isEqualTo(file.toString());
        assertThat(cache.retrieve(URL)).isNotNull();
        assertThat(cache.info(URL).dwUseCount).isEqualTo(2);

        assertThat(cache.delete(URL)).isEqualTo(Win32Error.ERROR_SHARING_VIOLATION);

        assertThat(cache.info(URL).CacheEntryType & CacheEntryType.PENDING_DELETE_CACHE_ENTRY)
                .isNotZero();
        assertThat(api.UnlockUrlCacheEntryFile(URL, 0)).isTrue();
        assertThat(file).exists();
        assertThat(api.UnlockUrlCacheEntryFile(URL, 0)).isTrue();
        assertThat(file).doesNotExist();
        assertThat(cache.info(URL)).isNull();
        assertThat(api.UnlockUrlCacheEntryFile(URL, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Test
    @Rule("R-CENT-28")
    void deleteUrlCacheEntry_whileTheFileIsOpen_succeeds() throws IOException {
        Path file = cache.store(URL, "open");

        try (InputStream in = Files.newInputStream(file)) {
            assertThat(cache.delete(URL)).isZero();
            assertThat(in.readAllBytes()).isEqualTo("open".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    @Rule("R-CENT-25")
    void retrieveUrlCacheEntryFile_withTooLittleRoom_locksNothing() {
        cache.store(URL, "x");

        assertThat(api.RetrieveUrlCacheEntryFile(URL, null, new DwordRef(), 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);

        assertThat(cache.delete(URL)).isZero();
    }

    // ---- IsUrlCacheEntryExpired

    @Test
    @Rule("R-CENT-30")
    void isUrlCacheEntryExpired_tellsWhatHasAnExpiryInThePast() {
        cache.store("http://past/", "x", CacheEntryType.NORMAL_CACHE_ENTRY, PAST);
        cache.store("http://future/", "x", CacheEntryType.NORMAL_CACHE_ENTRY, FUTURE);
        cache.store("http://never/", "x");
        FILETIME modified = new FILETIME(1);

        assertThat(api.IsUrlCacheEntryExpired("http://past/", 0, modified)).isTrue();
        assertThat(modified.steps()).isZero();
        assertThat(api.IsUrlCacheEntryExpired("http://future/", 0, modified)).isFalse();
        assertThat(api.IsUrlCacheEntryExpired("http://never/", 0, modified)).isFalse();
        assertThat(api.IsUrlCacheEntryExpired("http://absent/", 0, modified)).isFalse();
    }

    // ---- Interrupts

    @Test
    @Rule("R-PROJ-CACHE-24")
    void functions_onAThreadThatWasInterrupted_workAndLeaveItSo() throws IOException {
        Path file = cache.createFile(URL);
        Files.writeString(file, "content");
        Thread.currentThread().interrupt();
        try {
            assertThat(cache.commit(URL, file.toString(), CacheEntryType.NORMAL_CACHE_ENTRY, FUTURE))
                    .isZero();
            assertThat(cache.info(URL).dwSizeLow).isEqualTo(7);
            assertThat(cache.retrieve(URL).lpszLocalFileName).isEqualTo(file.toString());
            assertThat(api.UnlockUrlCacheEntryFile(URL, 0)).isTrue();
            assertThat(cache.delete(URL)).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
