package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.engine.cache.CacheSamples.found;
import static io.github.wininet4j.engine.cache.CacheSamples.put;
import static io.github.wininet4j.engine.cache.CacheSamples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheContainers.Container;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contents of containers whose makers named a path. */
final class ContainerPlacesTest {
    private static final String URL = "Days:monday.txt";

    private final Path parent = Folders.make("places");
    private final Path path = parent.resolve("named");
    private final TestClock clock = new TestClock();
    private final List<UrlCache> opened = new ArrayList<>();
    private final UrlCache cache = open(parent.resolve("cache"));

    private UrlCache open(Path folder) {
        UrlCache made = new UrlCache(folder, clock, Runnable::run);
        opened.add(made);
        return made;
    }

    @AfterEach
    void close() {
        opened.forEach(UrlCache::close);
        Folders.delete(parent);
    }

    private Container make(String name, String prefix, Path where) throws IOException {
        Container made = new Container(name, prefix, where == null ? "" : where.toString(), 0, 0);
        assertThat(cache.containers().create(made)).isTrue();
        return made;
    }

    private Path bodyFile(String url) {
        return cache.path(found(cache, url).entry().body());
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-25"})
    void contents_lieBelowThePath_readableByTheirOwnerOnly_forEnginesThatComeLaterAsWell() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "one");
        put(cache, "http://host/", "elsewhere");
        Path first = bodyFile(URL);

        assertThat(first.getParent().getParent()).isEqualTo(path);
        assertThat(first).hasContent("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
        assertThat(bodyFile("http://host/")).hasParent(cache.contentFolder());
        cache.close();
        UrlCache later = open(parent.resolve("cache"));
        assertThat(text(later, URL)).isEqualTo("one");
        put(later, URL, "two");
        assertThat(first).doesNotExist();
        assertThat(text(later, URL)).isEqualTo("two");
        assertThat(later.path(found(later, URL).entry().body())).hasParent(first.getParent());
        assertThat(later.delete(URL)).isEqualTo(UrlCache.Deletion.DONE);
        assertThat(first.getParent()).isEmptyDirectory();
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void contents_ofNestedPrefixes_lieAtThePathOfTheLongest() throws IOException {
        make("all", "Days:", path);
        make("special", "Days:special/", parent.resolve("other"));
        make("plain", "Days:plain/", null);
        for (String url : List.of(URL, "Days:special/1", "Days:plain/1")) {
            put(cache, url, url);
        }

        assertThat(bodyFile(URL)).startsWith(path);
        assertThat(bodyFile("Days:special/1")).startsWith(parent.resolve("other"));
        assertThat(bodyFile("Days:plain/1")).hasParent(cache.contentFolder());
    }

    @Test
    @Rule({"R-LOCK-2", "R-PROJ-CACHE-25"})
    void contentThatIsClaimed_staysUntilTheClaimEnds() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "old");
        Path old = bodyFile(URL);
        Claim claim = found(cache, URL).claim();

        put(cache, URL, "new");

        assertThat(old).hasContent("old");
        claim.close();
        assertThat(old).doesNotExist();
    }

    @Test
    @Rule({"R-CACHE-4", "R-PROJ-CACHE-25"})
    void contents_countForTheQuota_andWhatKilledWritersLeftGoes_butNothingElseAtThePath() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "x".repeat(10_000));
        Path kept = bodyFile(URL);
        assertThat(cache.usage()).isGreaterThan(10_000);
        Path left = Files.writeString(kept.resolveSibling("left.txt"), "half a file");
        Path foreign = Files.writeString(path.resolve("foreign.txt"), "somebody's");
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (Path each : List.of(kept, left, foreign)) {
            Files.setLastModifiedTime(each, old);
        }

        cache.free(Long.MAX_VALUE);

        assertThat(left).doesNotExist();
        assertThat(kept).exists();
        clock.advance(Duration.ofMinutes(11));
        cache.free(0);
        assertThat(kept).doesNotExist();
        assertThat(foreign).hasContent("somebody's");
        assertThat(cache.usage()).isZero();
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void folderOfTheCacheAtThePath_goesWithTheContainer_unlessAnotherHasTheSamePath() throws IOException {
        Container days = make("days", "Days:", path);
        Container weeks = make("weeks", "Weeks:", path);
        put(cache, URL, "x");
        Path place = bodyFile(URL).getParent();
        cache.delete(URL);

        cache.containers().delete("days");
        cache.containers().removePlace(days);
        assertThat(place).isEmptyDirectory();
        cache.containers().delete("weeks");
        cache.containers().removePlace(weeks);

        assertThat(path).isEmptyDirectory();
    }

    @Test
    @Rule({"R-CENT-27", "R-PROJ-CACHE-25"})
    void folderOfTheCacheAtThePath_withAContentInUse_goesWhenThatIsNotUsedAnyMore() throws IOException {
        Container days = make("days", "Days:", path);
        put(cache, URL, "in use");
        Path body = bodyFile(URL);
        Claim claim = found(cache, URL).claim();

        cache.containers().delete("days");
        assertThat(cache.delete(URL)).isEqualTo(UrlCache.Deletion.PENDING);
        cache.containers().removePlace(days);
        assertThat(body).hasContent("in use");
        claim.close();

        assertThat(path).isEmptyDirectory();
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void entryThatNamesAFileElsewhere_neitherGivesNorDeletesIt() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "x");
        CacheEntry sound = found(cache, URL).entry();
        Path victim = Files.writeString(parent.resolve("victim.txt"), "x");
        for (Path file : List.of(victim, path.resolve("0123456789abcdef").resolve("victim.txt"))) {
            CacheEntry.Body body = new CacheEntry.Body(
                    file.toString(), true, sound.size(), sound.body().check());
            cache.put(URL, old -> sound.withBody(body), use -> use, true);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");

            assertThat(text(cache, URL)).isNull();

            assertThat(file).hasContent("x");
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void placeThatIsALink_isNotUsed() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "x");
        Path body = bodyFile(URL);
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(body.getParent(), elsewhere);
        Files.createSymbolicLink(body.getParent(), elsewhere);

        assertThatThrownBy(() -> cache.createBody("Days:tuesday", null)).isInstanceOf(IOException.class);
        assertThat(text(cache, URL)).isNull();

        assertThat(elsewhere.resolve(body.getFileName())).hasContent("x");
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void contents_areThoseOfTheCache_howeverAProgramSpellsItsFolder() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "x");
        Path alias = Files.createSymbolicLink(parent.resolve("alias"), parent.resolve("cache"));

        assertThat(text(open(alias), URL)).isEqualTo("x");
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void contentThatIsALink_isNotFollowed() throws IOException {
        make("days", "Days:", path);
        put(cache, URL, "x");
        Path body = bodyFile(URL);
        Path secret = Files.writeString(parent.resolve("secret"), "x");
        Files.delete(body);
        Files.createSymbolicLink(body, secret);
        UrlCache other = open(parent.resolve("cache"));

        assertThatThrownBy(() -> found(other, URL).open()).isInstanceOf(IOException.class);

        assertThat(secret).hasContent("x");
    }

    @Test
    @Rule("R-PROJ-CACHE-25")
    void cachesWithTheSamePath_leaveEachOtherAlone() throws IOException {
        make("days", "Days:", path);
        UrlCache other = open(parent.resolve("another cache"));
        other.containers().create(new Container("days", "Days:", path.toString(), 0, 0));
        put(cache, URL, "mine");
        put(other, URL, "theirs");
        Path mine = bodyFile(URL);
        Files.setLastModifiedTime(mine, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        other.free(0);

        assertThat(text(cache, URL)).isEqualTo("mine");
        assertThat(text(other, URL)).isEqualTo("theirs");
    }

    @Test
    @Rule({"R-PROJ-CACHE-25", "R-PROJ-CACHE-21"})
    void cacheThatEndsWithItsEngine_leavesNothingAtThePath() throws IOException {
        try (UrlCache passing = UrlCache.ofEngine(clock, Runnable::run)) {
            passing.containers().create(new Container("days", "Days:", path.toString(), 0, 0));
            put(passing, URL, "x");
            assertThat(text(passing, URL)).isEqualTo("x");
        }

        assertThat(path).doesNotExist();
    }

    @Test
    @Rule({"R-CENT-5", "R-PROJ-CACHE-25"})
    void fileOfAProgram_thatLiesAtThePath_staysWhenItsEntryGoes() throws IOException {
        make("days", "Days:", path);
        Path file = Files.writeString(Files.createDirectories(path).resolve("own.txt"), "program's");
        CacheEntry entry = CacheEntry.of(URL, CacheEntryType.NORMAL_CACHE_ENTRY, cache.describe(file, false));
        cache.put(URL, old -> entry, use -> use, true);
        assertThat(text(cache, URL)).isEqualTo("program's");

        cache.delete(URL);

        assertThat(file).exists();
    }
}
