package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONTAINER_INFOA;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheContainer;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of the URL cache, making room in it, and the counters in its head. */
@ContractTest
final class CacheContainerContractTest {
    private static final int ROOM = 8192;
    private static final int SIZE = new INTERNET_CACHE_CONTAINER_INFO().sizeof();

    private final TestClock clock = new TestClock();
    private final BackEnd api;
    private final CacheClient cache;
    private String content = "";

    CacheContainerContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open(config -> config.withClock(clock).withCache(CachePlace.SHARED));
        this.cache = new CacheClient(api);
    }

    private boolean create(String name, String prefix) {
        return api.CreateUrlCacheContainer(name, prefix, null, 0, 0, 0, null, null);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        INTERNET_CACHE_CONTAINER_INFO info = new INTERNET_CACHE_CONTAINER_INFO();
        HANDLE list = api.FindFirstUrlCacheContainer(new DwordRef(), info, new DwordRef(ROOM), 0);
        if (list != null) {
            do {
                names.add(info.lpszName + " " + info.lpszCachePrefix);
                info = new INTERNET_CACHE_CONTAINER_INFO();
            } while (api.FindNextUrlCacheContainer(list, info, new DwordRef(ROOM)));
        }
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        assertThat(list == null || api.FindCloseUrlCache(list)).isTrue();
        return names;
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-9", "R-SDK-4"})
    void createUrlCacheContainer_setsEntriesApartFromContent() {
        assertThat(create("days", "Days:")).isTrue();
        cache.store("http://content/", "x");
        cache.commit("Days:monday", null, CacheEntryType.NORMAL_CACHE_ENTRY, new FILETIME());

        assertThat(cache.urls(null)).containsExactly("http://content/");
        assertThat(cache.urls("Days:")).containsExactly("Days:monday");
        assertThat(cache.urls("Weeks:")).isEmpty();
        assertThat(cache.info("Days:monday")).isNotNull();
        assertThat(cache.urls(0, 0)).containsExactly("http://content/");
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-9"})
    void createUrlCacheContainer_refusesWhatIsReservedEmptyOrThere() {
        INTERNET_CACHE_ENTRY_INFO something = new INTERNET_CACHE_ENTRY_INFO();
        List<Boolean> refused = List.of(
                create(null, "P:"),
                create("", "P:"),
                create("name", null),
                create("name", ""),
                api.CreateUrlCacheContainer("name", "P:", null, 0, 0, 1, null, null),
                api.CreateUrlCacheContainer("name", "P:", null, 0, 0, 0, something, null),
                api.CreateUrlCacheContainer("name", "P:", null, 0, 0, 0, null, new DwordRef()));

        assertThat(refused).containsOnly(false);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(create("name", "P:")).isTrue();
        assertThat(create("NAME", "Q:")).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_ALREADY_EXISTS);
        assertThat(create("other", "p:")).isFalse();
        assertThat(create("cookies", "Cookie:")).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_ALREADY_EXISTS);
        assertThat(names()).containsExactly("name P:");
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-9"})
    void createUrlCacheContainer_makesTheFolderThatItNames(@TempDir Path folder) {
        Path path = folder.resolve("a").resolve("b");

        assertThat(api.CreateUrlCacheContainer("name", "P:", path.toString(), 100, 3, 0, null, null))
                .isTrue();

        assertThat(path).isEmptyDirectory();
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-25"})
    void createUrlCacheContainer_withAPath_hasContentsKeptBelowItAsLongAsItIsThere(@TempDir Path folder)
            throws IOException {
        Path path = folder.resolve("days");
        assertThat(api.CreateUrlCacheContainer("days", "Days:", path.toString(), 0, 0, 0, null, null))
                .isTrue();
        Path foreign = Files.writeString(path.resolve("foreign.txt"), "somebody's");

        Path file = cache.store("Days:monday", "hello");
        Path other = cache.store("http://content/", "x");

        assertThat(file).startsWith(path).hasContent("hello");
        assertThat(cache.info("Days:monday").lpszLocalFileName).isEqualTo(file.toString());
        assertThat(other.startsWith(path)).isFalse();
        assertThat(api.DeleteUrlCacheContainer("days", 0)).isTrue();
        try (Stream<Path> left = Files.list(path)) {
            assertThat(left).containsExactly(foreign);
        }
        assertThat(cache.store("Days:monday", "again").startsWith(path)).isFalse();
    }

    @Test
    @Rule("R-PROJ-CACHE-9")
    void deleteUrlCacheContainer_takesItsEntriesAway() {
        create("days", "Days:");
        cache.store("Days:monday", "x");
        cache.store("http://content/", "x");

        assertThat(api.DeleteUrlCacheContainer("DAYS", 0)).isTrue();

        assertThat(cache.info("Days:monday")).isNull();
        assertThat(cache.urls(null)).containsExactly("http://content/");
        assertThat(names()).isEmpty();
        assertThat(api.DeleteUrlCacheContainer("days", 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(api.DeleteUrlCacheContainer("days", 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.DeleteUrlCacheContainer(null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-PROJ-CACHE-9", "R-PROJ-CACHE-25"})
    void containersOfNestedPrefixes_haveTheirOwnEntries(@TempDir Path folder) {
        create("days", "Days:");
        assertThat(api.CreateUrlCacheContainer("best", "Days:best/", folder.toString(), 0, 0, 0, null, null))
                .isTrue();
        cache.store("Days:monday", "x");
        Path best = cache.store("Days:best/sunday", "x");

        assertThat(cache.urls("Days:")).containsExactly("Days:monday");
        assertThat(cache.urls("Days:best/")).containsExactly("Days:best/sunday");
        assertThat(cache.urls("Days:best/s")).containsExactly("Days:best/sunday");
        assertThat(api.DeleteUrlCacheContainer("days", 0)).isTrue();
        assertThat(cache.info("Days:monday")).isNull();
        assertThat(best).hasContent("x");
        assertThat(cache.urls("Days:best/")).containsExactly("Days:best/sunday");
        assertThat(api.DeleteUrlCacheContainer("best", 0)).isTrue();
        assertThat(cache.info("Days:best/sunday")).isNull();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Rule({"R-PROJ-CACHE-9", "R-PROJ-CACHE-25"})
    void innerContainer_takesOverTheEntriesOfItsPrefix_andTheirFolderGoesWithTheLast(@TempDir Path folder) {
        assertThat(api.CreateUrlCacheContainer("days", "Days:", folder.toString(), 0, 0, 0, null, null))
                .isTrue();
        Path best = cache.store("Days:best/sunday", "x");
        create("best", "Days:best/");

        assertThat(api.DeleteUrlCacheContainer("days", 0)).isTrue();

        assertThat(cache.urls("Days:best/")).containsExactly("Days:best/sunday");
        assertThat(best).hasContent("x");
        assertThat(cache.delete("Days:best/sunday")).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Rule({"R-PROJ-CACHE-9", "R-CENT-9", "R-CENT-20"})
    void cookiesAndVisitedPages_areInNoContainerOfAProgram() {
        create("v", "V");
        create("c", "C");
        List<String> reserved = List.of("Visited: me@http://host/", "Cookie:me@host/");
        reserved.forEach(url -> cache.commit(url, null, 0, new FILETIME()));
        cache.store("V1", "x");

        assertThat(cache.urls("V")).containsExactly("V1");
        assertThat(api.DeleteUrlCacheContainer("v", 0)).isTrue();
        assertThat(api.DeleteUrlCacheContainer("c", 0)).isTrue();

        assertThat(cache.urls("visited:")).containsExactly(reserved.get(0));
        assertThat(cache.urls("cookie:")).containsExactly(reserved.get(1));
        assertThat(cache.info("V1")).isNull();
    }

    @Test
    @Rule({"R-PROJ-CACHE-25", "R-CENT-25", "R-CENT-14"})
    void folderOfAContainer_thatALinkHasReplaced_isNeitherToldNorFollowed(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("days");
        assertThat(api.CreateUrlCacheContainer("days", "Days:", path.toString(), 0, 0, 0, null, null))
                .isTrue();
        Path file = cache.store("Days:monday", "hello");
        Path moved = folder.resolve("elsewhere");
        Files.move(file.getParent(), moved);
        Files.createSymbolicLink(file.getParent(), moved);

        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        assertThat(api.RetrieveUrlCacheEntryFile("Days:monday", info, new DwordRef(ROOM), 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(info.lpszLocalFileName).isNull();
        assertThat(api.RetrieveUrlCacheEntryStream("Days:monday", info, new DwordRef(ROOM), false, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(cache.info("Days:monday").lpszLocalFileName).isNull();
        assertThat(api.CommitUrlCacheEntry(
                        "Days:tuesday", file.toString(), new FILETIME(), new FILETIME(), 1, null, 0, null, null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(api.DeleteUrlCacheContainer("days", 0)).isTrue();
        assertThat(moved.resolve(file.getFileName())).hasContent("hello");
    }

    @Test
    @Rule({"R-PROJ-CACHE-9", "R-ERRN-12051"})
    void findFirstUrlCacheContainer_listsThemAndTellsWhetherAnythingChanged() {
        assertThat(names()).isEmpty();
        create("one", "One:");
        create("two", "Two:");
        INTERNET_CACHE_CONTAINER_INFO info = new INTERNET_CACHE_CONTAINER_INFO();
        DwordRef changes = new DwordRef();
        DwordRef size = new DwordRef(10);

        assertThat(api.FindFirstUrlCacheContainer(changes, info, size, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(SIZE + 2 * "one.One:.".length());
        HANDLE list = api.FindFirstUrlCacheContainer(changes, info, size, 0);
        assertThat(info.lpszName).isEqualTo("one");
        assertThat(changes.value).isEqualTo(2);
        assertThat(api.FindNextUrlCacheContainer(list, null, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(api.FindNextUrlCacheContainer(list, info, size)).isTrue();
        assertThat(info.lpszCachePrefix).isEqualTo("Two:");
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        assertThat(api.FindNextUrlCacheContainer(list, info, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);

        int onlyIfChanged = CacheContainer.CACHE_FIND_CONTAINER_RETURN_NOCHANGE;
        assertThat(api.FindFirstUrlCacheContainer(changes, info, new DwordRef(ROOM), onlyIfChanged))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_NO_NEW_CONTAINERS);
        api.DeleteUrlCacheContainer("one", 0);
        HANDLE again = api.FindFirstUrlCacheContainer(changes, info, new DwordRef(ROOM), onlyIfChanged);
        assertThat(again).isNotNull();
        assertThat(info.lpszName).isEqualTo("two");
        assertThat(api.FindCloseUrlCache(again)).isTrue();
        assertThat(api.FindFirstUrlCacheContainer(changes, info, size, 2)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    private static byte[] z(String text) {
        return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    @Rule({"R-CENT-34", "R-CENT-35", "R-PROJ-CACHE-9"})
    void ansiForms_makeListAndDeleteContainers() {
        AnsiWinInet ansi = AnsiWinInet.over(api);
        INTERNET_CACHE_CONTAINER_INFOA info = new INTERNET_CACHE_CONTAINER_INFOA();
        DwordRef size = new DwordRef(0);

        assertThat(ansi.CreateUrlCacheContainerA(z("one"), z("One:"), null, 0, 0, 0, null, null))
                .isTrue();
        assertThat(ansi.FindFirstUrlCacheContainerA(null, null, size, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(SIZE + "one.One:.".length());
        HANDLE list = ansi.FindFirstUrlCacheContainerA(null, info, size, 0);
        assertThat(info.lpszName).isEqualTo(z("one"));
        assertThat(info.lpszCachePrefix).isEqualTo(z("One:"));
        assertThat(ansi.FindNextUrlCacheContainerA(list, info, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        assertThat(api.FindCloseUrlCache(list)).isTrue();
        assertThat(ansi.DeleteUrlCacheContainerA(z("one"), 0)).isTrue();
        assertThat(ansi.FreeUrlCacheSpaceA(null, 1, 0)).isTrue();
        assertThat(ansi.FreeUrlCacheSpaceA(null, 101, 0)).isFalse();
    }

    // ---- room

    private int usage() {
        INTERNET_CACHE_CONFIG_INFO info = new INTERNET_CACHE_CONFIG_INFO();
        assertThat(api.GetUrlCacheConfigInfo(
                        info,
                        null,
                        CacheConfig.CACHE_CONFIG_CONTENT_USAGE_FC | CacheConfig.CACHE_CONFIG_CONTENT_PATHS_FC))
                .isTrue();
        content = info.CachePath;
        return info.dwNormalUsage;
    }

    @Test
    @Rule({"R-CENT-35", "R-PROJ-CACHE-10", "R-CACHE-4"})
    void freeUrlCacheSpace_removesThatPartOfWhatMayBeRemoved() {
        for (int i = 0; i < 10; i++) {
            cache.store("http://old/" + i, "x".repeat(10_000));
            clock.advance(Duration.ofMinutes(1));
        }
        clock.advance(Duration.ofMinutes(11));
        cache.store("http://sticky/", "x", CacheEntryType.STICKY_CACHE_ENTRY, new FILETIME());
        cache.store("http://new/", "x".repeat(10_000));
        int before = usage();

        assertThat(api.FreeUrlCacheSpace(content, 30, 0)).isTrue();
        assertThat(usage()).isBetween(before * 55 / 100, before * 70 / 100);
        assertThat(cache.info("http://old/0")).isNull();
        assertThat(cache.info("http://old/9")).isNotNull();

        assertThat(api.FreeUrlCacheSpace(null, 100, 0)).isTrue();
        assertThat(cache.urls(null)).containsExactlyInAnyOrder("http://sticky/", "http://new/");
    }

    @Test
    @Rule({"R-CENT-35", "R-PROJ-CACHE-10"})
    void freeUrlCacheSpace_refusesOtherPartsFiltersAndFolders() {
        for (int percent : new int[] {0, -1, 101}) {
            assertThat(api.FreeUrlCacheSpace(null, percent, 0)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(api.FreeUrlCacheSpace(null, 1, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.FreeUrlCacheSpace("/elsewhere", 1, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_PATH_NOT_FOUND);
    }

    // ---- counters

    @Test
    @Rule("R-PROJ-CACHE-2")
    void setUrlCacheHeaderData_setsWhatGetUrlCacheHeaderDataGives() {
        DwordRef value = new DwordRef(5);

        assertThat(api.GetUrlCacheHeaderData(7, value)).isTrue();
        assertThat(value.value).isZero();
        assertThat(api.SetUrlCacheHeaderData(7, -2)).isTrue();
        assertThat(api.IncrementUrlCacheHeaderData(7, value)).isTrue();
        assertThat(api.GetUrlCacheHeaderData(7, value)).isTrue();
        assertThat(value.value).isEqualTo(-1);
        assertThat(api.SetUrlCacheHeaderData(32, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.GetUrlCacheHeaderData(1, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
