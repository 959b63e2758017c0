package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.engine.cache.CacheSamples.found;
import static io.github.wininet4j.engine.cache.CacheSamples.put;
import static io.github.wininet4j.engine.cache.CacheSamples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store of the URL cache. */
final class UrlCacheTest {
    private static final String URL = "http://host.example/dir/page.htm?q=1";

    private final Path parent = Folders.make("cache");
    private final Path folder = parent.resolve("cache");
    private final TestClock clock = new TestClock();
    private final List<UrlCache> opened = new ArrayList<>();
    private final UrlCache cache = open();

    private UrlCache open() {
        UrlCache made = new UrlCache(folder, clock, Runnable::run);
        opened.add(made);
        return made;
    }

    @AfterEach
    void close() {
        opened.forEach(UrlCache::close);
        Folders.delete(parent);
    }

    private List<Path> files(String inner) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(inner))) {
            return files.sorted().toList();
        }
    }

    private Path entryFile(String url) {
        return folder.resolve("entries").resolve(EntryName.of(url) + ".entry");
    }

    private Path bodyFile(String url) {
        return cache.path(found(cache, url).entry().body());
    }

    @Test
    @Rule("R-CACHE-3")
    void put_bySomeEngine_isFoundByAnother() {
        UrlCache other = open();

        put(cache, URL, "hello");

        assertThat(text(other, URL)).isEqualTo("hello");
        put(other, URL, "again");
        assertThat(text(cache, URL)).isEqualTo("again");
    }

    @Test
    @Rule("R-CENT-15")
    void find_forUrlsThatDifferInAnything_findsOnlyTheSame() {
        put(cache, URL, "1");
        put(cache, URL + "\0", "2");
        put(cache, "http://HOST.example/dir/page.htm?q=1", "3");
        put(cache, "http://host.example/\ud800", "4");
        put(cache, "http://host.example/\udfff", "5");

        assertThat(text(cache, URL)).isEqualTo("1");
        assertThat(text(cache, URL + "\0")).isEqualTo("2");
        assertThat(text(cache, "http://HOST.example/dir/page.htm?q=1")).isEqualTo("3");
        assertThat(text(cache, "http://host.example/\ud800")).isEqualTo("4");
        assertThat(text(cache, "http://host.example/\udfff")).isEqualTo("5");
        assertThat(text(cache, URL + "#part")).isNull();
    }

    @Test
    void quota_ofACacheThatIsOff_leavesTheCurrentFolderAlone() throws IOException {
        Path foreign = Files.createTempFile(Path.of(""), "new", ".tmp");
        try (UrlCache off = new UrlCache(null, clock, Runnable::run)) {
            Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

            assertThat(off.quota()).isPositive();
            assertThat(off.syncMode()).isEqualTo(CacheConfig.WININET_SYNC_MODE_DEFAULT);

            assertThat(foreign).exists();
        } finally {
            Files.deleteIfExists(foreign);
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-13")
    void pipe_inPlaceOfAContent_isNone_andNobodyWaitsForItsWriter() throws Exception {
        put(cache, URL, "hello");
        Path body = bodyFile(URL);
        Files.delete(body);
        pipe(body);

        assertThat(text(open(), URL)).isNull();
        assertThat(body).doesNotExist();
    }

    @Test
    @Rule("R-PROJ-CACHE-13")
    void pipe_orLink_inPlaceOfTheJournal_isReplaced() throws Exception {
        put(cache, URL, "hello");
        long usage = cache.usage();
        Path journal = folder.resolve("usage");
        Files.delete(journal);
        pipe(journal);
        assertThat(open().usage()).isEqualTo(usage);

        Files.delete(journal);
        Files.createSymbolicLink(journal, parent.resolve("elsewhere"));
        put(cache, URL + "2", "hello");

        assertThat(open().usage()).isGreaterThan(usage);
        assertThat(journal).isRegularFile();
        assertThat(parent.resolve("elsewhere")).doesNotExist();
    }

    private static void pipe(Path file) throws Exception {
        Process mkfifo = new ProcessBuilder(Tools.require("mkfifo").toString(), file.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
    }

    @Test
    void put_inPlaceOfAnother_leavesOneBody() throws IOException {
        put(cache, URL, "one");
        put(cache, URL, "two");

        assertThat(files("content")).hasSize(1);
        assertThat(text(cache, URL)).isEqualTo("two");
    }

    @Test
    @Rule("R-LOCK-2")
    void put_inPlaceOfOneThatIsClaimed_keepsItsFileUntilTheLastClaimEnds() throws IOException {
        put(cache, URL, "old");
        Path old = bodyFile(URL);
        UrlCache other = open();
        Claim first = found(cache, URL).claim();
        Claim second = found(other, URL).claim();

        put(cache, URL, "new");
        first.close();

        assertThat(old).hasContent("old");
        second.close();
        assertThat(old).doesNotExist();
        assertThat(text(other, URL)).isEqualTo("new");
    }

    @Test
    @Rule("R-CENT-27")
    void delete_ofAClaimedEntry_waitsForTheEndOfTheClaim() throws IOException {
        put(cache, URL, "kept");
        Path body = bodyFile(URL);
        Claim claim = found(cache, URL).claim();

        assertThat(open().delete(URL)).isEqualTo(UrlCache.Deletion.PENDING);
        assertThat(body).exists();
        claim.close();

        assertThat(body).doesNotExist();
        assertThat(found(cache, URL)).isNull();
        assertThat(cache.delete(URL)).isEqualTo(UrlCache.Deletion.ABSENT);
    }

    @Test
    void claims_ofAnEngineThatWasClosed_endWithIt() throws IOException {
        put(cache, URL, "kept");
        found(cache, URL).claim();
        cache.close();

        UrlCache later = open();

        assertThat(found(later, URL).claims()).isZero();
        assertThat(later.delete(URL)).isEqualTo(UrlCache.Deletion.DONE);
    }

    @Test
    @Rule("R-PROJ-CACHE-26")
    void find_ofABrokenFile_losesThatEntryAlone() throws IOException {
        put(cache, URL, "whole");
        put(cache, "http://other/", "broken");
        byte[] bytes = Files.readAllBytes(entryFile("http://other/"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(entryFile("http://other/"), bytes);

        assertThat(found(open(), "http://other/")).isNull();
        assertThat(text(open(), URL)).isEqualTo("whole");
        assertThat(entryFile("http://other/")).doesNotExist();
        Path aside = entryFile("http://other/").resolveSibling(EntryName.of("http://other/") + ".broken");
        assertThat(aside).hasBinaryContent(bytes);
        Files.setLastModifiedTime(aside, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        cache.free(Long.MAX_VALUE);
        assertThat(aside).doesNotExist();
    }

    @Test
    void find_ofAFileUnderTheNameOfAnotherUrl_servesItForNeither() throws IOException {
        put(cache, URL, "mine");
        Files.move(entryFile(URL), entryFile("http://other/"));

        assertThat(found(open(), "http://other/")).isNull();
        assertThat(found(open(), URL)).isNull();
    }

    @Test
    void open_ofAChangedBody_isRefusedAndTheEntryGoes() throws IOException {
        put(cache, URL, "hello");
        Files.writeString(bodyFile(URL), "jello");
        UrlCache other = open();

        assertThat(found(other, URL).open()).isNull();
        assertThat(found(other, URL)).isNull();
    }

    @Test
    void usage_withABrokenJournal_isCountedAnew() throws IOException {
        put(cache, URL, "hello");
        put(cache, "http://other/", "there");
        long sum = cache.usage();
        assertThat(sum).isGreaterThan(10);

        for (byte[] broken : List.of(
                new byte[0],
                new byte[7],
                new byte[64],
                "garbage of sixteen".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            Files.write(folder.resolve("usage"), broken);
            assertThat(cache.usage()).isEqualTo(sum);
            Files.write(folder.resolve("usage"), broken);
            assertThat(open().usage()).isEqualTo(sum);
        }
        Files.delete(folder.resolve("usage"));
        assertThat(cache.usage()).isEqualTo(sum);
        cache.delete(URL);
        cache.delete("http://other/");
        assertThat(open().usage()).isZero();
    }

    private Path leftover(String name) throws IOException {
        Path file = Files.writeString(cache.contentFolder().resolve(name), "half a file");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    @Test
    @Rule("R-PROJ-CACHE-20")
    void put_onceADay_removesWhatKilledWritersLeft_belowTheQuotaAsWell() throws IOException {
        cache.makeFolder();
        Path old = leftover("old.htm");
        Path young = Files.writeString(cache.contentFolder().resolve("young.htm"), "being written");

        put(cache, URL, "hello");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Path later = leftover("later.htm");
        put(cache, URL, "again");
        put(open(), URL, "by another");
        assertThat(later).exists();
        Files.writeString(folder.resolve("last.sweep"), "1");
        put(open(), URL, "tomorrow");
        assertThat(later).doesNotExist();
        assertThat(text(cache, URL)).isEqualTo("tomorrow");
    }

    @Test
    @Rule("R-CACHE-4")
    void scavenger_whenTheQuotaIsExceeded_sparesWhatIsYoungerThanTenMinutes() throws IOException {
        String kilobytes = "x".repeat(10_000);
        put(cache, "http://young/first", kilobytes);
        cache.configure(OptionalLong.of(50_000), OptionalInt.empty());
        for (int i = 0; i < 10; i++) {
            put(cache, "http://host/" + i, kilobytes);
        }
        assertThat(cache.usage()).isGreaterThan(100_000);
        assertThat(cache.names()).hasSize(11);

        clock.advance(Duration.ofMinutes(11));
        found(cache, "http://host/3").used();
        put(cache, "http://host/last", kilobytes);

        assertThat(cache.usage()).isLessThan(50_000);
        assertThat(found(cache, "http://host/3")).isNotNull();
        assertThat(found(cache, "http://host/last")).isNotNull();
        assertThat(found(cache, "http://young/first")).isNull();
    }

    @Test
    @Rule("R-CENT-10")
    void scavenger_sparesStickyEntriesForTheirTimeAndClaimedOnes() throws IOException {
        put(cache, "http://sticky/", "x".repeat(5000), CacheEntryType.STICKY_CACHE_ENTRY);
        put(cache, "http://claimed/", "x".repeat(5000));
        Claim claim = found(cache, "http://claimed/").claim();
        put(cache, "http://plain/", "x".repeat(5000));
        clock.advance(Duration.ofHours(23));

        cache.free(0);

        assertThat(found(cache, "http://sticky/")).isNotNull();
        assertThat(found(cache, "http://claimed/")).isNotNull();
        assertThat(found(cache, "http://plain/")).isNull();
        claim.close();
        clock.advance(Duration.ofHours(2));
        cache.free(0);
        assertThat(cache.names()).isEmpty();
        assertThat(files("content")).isEmpty();
    }

    @Test
    void use_isCountedAndSurvivesTheEngine() {
        put(cache, URL, "hello");
        found(cache, URL).used();
        clock.advance(Duration.ofMinutes(1));
        found(cache, URL).used();
        long now = cache.now();
        cache.close();

        assertThat(found(open(), URL).use()).isEqualTo(new EntryUse(2, now));
    }

    @Test
    void createBody_forHostileUrls_staysInTheFolder() throws IOException {
        put(cache, URL, "x");
        for (String url : List.of(
                "http://h/../../etc/passwd",
                "http://h/..\\..\\x",
                "http://h/a/..",
                "http://h/" + "a/".repeat(5000),
                "http://h/\0.htm",
                "http://h/x." + "../".repeat(3),
                "C:\\Windows\\system32",
                "",
                "http://h/" + "n".repeat(100_000) + ".htm")) {
            Path file = cache.createBody(url, "../../x");
            assertThat(file.toRealPath().getParent())
                    .isEqualTo(folder.resolve("content").toRealPath());
            assertThat(BodyFolder.isName(file.getFileName().toString())).isTrue();
        }
    }

    @Test
    void links_inTheFolder_areNotFollowed() throws IOException {
        put(cache, URL, "hello");
        Path secret = parent.resolve("secret");
        Files.writeString(secret, "hello");
        Path body = bodyFile(URL);
        Files.delete(body);
        Files.createSymbolicLink(body, secret);
        UrlCache other = open();

        assertThatThrownBy(() -> found(other, URL).open()).isInstanceOf(IOException.class);
        Files.move(entryFile(URL), secret, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.createSymbolicLink(entryFile(URL), secret);
        assertThat(found(other, URL)).isNull();
        assertThat(secret).exists();
    }

    @Test
    void folder_inWhichAPartIsALink_isNotUsed() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("content"), elsewhere);

        assertThatThrownBy(() -> cache.createBody(URL, null)).isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void folder_isReadableByItsOwnerOnly() throws IOException {
        put(cache, URL, "hello");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bodyFile(URL))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entryFile(URL))))
                .isEqualTo("rw-------");
    }

    @Test
    void cache_thatIsSwitchedOff_findsNothingAndTakesNothing() throws IOException {
        try (CapturedLog log = CapturedLog.start();
                UrlCache off = new UrlCache(null, clock, Runnable::run)) {
            assertThat(off.isOn()).isFalse();
            assertThat(off.find(URL)).isNull();
            assertThat(off.names()).isEmpty();
            assertThat(off.delete(URL)).isEqualTo(UrlCache.Deletion.ABSENT);
            assertThatThrownBy(() -> off.createBody(URL, null)).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Rule("R-CENT-8")
    void put_again_leavesTheEntryBeforeToWhoeverCutsTheFile() throws IOException {
        for (int version = 1; version <= 3; version++) {
            put(cache, URL, "version " + version);
        }
        CacheEntry last = found(cache, URL).entry();
        CacheEntry next = last.withHeaders("HTTP/1.1 200 OK\r\nX-New: 1\r\n\r\n");
        assertThat(cache.put(URL, old -> next, use -> use, true)).isTrue();
        assertThat(found(open(), URL).entry()).isEqualTo(next);

        byte[] bytes = Files.readAllBytes(entryFile(URL));
        Files.write(entryFile(URL), Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(found(open(), URL).entry()).isEqualTo(last);
        assertThat(text(open(), URL)).isEqualTo("version 3");
        put(cache, URL, "version 4");
        assertThat(text(open(), URL)).isEqualTo("version 4");
    }

    @Test
    void put_manyTimes_keepsTheFileOfTheEntrySmallAndTheSumRight() throws IOException {
        for (int i = 0; i < 200; i++) {
            put(cache, URL, "x");
            assertThat(Files.size(entryFile(URL))).isLessThan(5_000);
        }
        long noted = cache.usage();
        Files.delete(folder.resolve("usage"));

        assertThat(open().usage()).isEqualTo(noted);
    }

    /** The system property {@code cache.headers} makes it more megabytes of headers. */
    @Test
    void headers_ofManyEntries_takeLittleMemory() throws IOException {
        int length = 500_000;
        int entries = Integer.getInteger("cache.headers", 30) * 2;
        cache.configure(OptionalLong.of(1L << 40), OptionalInt.empty());
        for (int i = 0; i < entries; i++) {
            CacheEntry entry = CacheEntry.of("http://host/" + i, CacheEntryType.NORMAL_CACHE_ENTRY, null)
                    .withHeaders("x".repeat(length));
            assertThat(cache.put(entry.url(), old -> entry, use -> use, true)).isTrue();
            assertThat(found(cache, entry.url()).entry().headers()).hasSize(length);
            assertThat(cache.known().bytes()).isLessThan(20 << 20);
        }
    }

    @Test
    void headers_ofAnUnusualSize_areRefusedWithoutLosingTheEntry() throws IOException {
        put(cache, URL, "hello");
        String huge = "x".repeat(8 << 20);

        assertThatThrownBy(() -> cache.put(URL, old -> old.withHeaders(huge), use -> use, true))
                .isInstanceOf(IOException.class);

        assertThat(text(cache, URL)).isEqualTo("hello");
    }
}
