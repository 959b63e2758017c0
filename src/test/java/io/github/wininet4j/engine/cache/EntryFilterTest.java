package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.engine.cache.CacheSamples.put;
import static io.github.wininet4j.engine.cache.CacheSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What says that a URL has no entry: right whatever becomes of its file. */
final class EntryFilterTest {
    private static final String URL = "http://host.example/";
    private static final int ENTRIES = 50;

    private final Path parent = Folders.make("filter");
    private final Path folder = parent.resolve("cache");
    private final Path file = folder.resolve("filter");
    private final List<UrlCache> opened = new ArrayList<>();
    private final UrlCache cache = open(folder);

    private UrlCache open(Path where) {
        UrlCache made = new UrlCache(where, new TestClock(), Runnable::run);
        opened.add(made);
        return made;
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            put(cache, URL + i, "text " + i);
        }
    }

    @AfterEach
    void close() {
        opened.forEach(UrlCache::close);
        Folders.delete(parent);
    }

    private void requireAllFound(UrlCache by) {
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(by.mayHave(UrlHash.of(URL + i), false)).as(URL + i).isTrue();
            assertThat(by.mayHave(UrlHash.of(URL + i), true)).as(URL + i).isTrue();
            assertThat(text(by, URL + i)).as(URL + i).isEqualTo("text " + i);
        }
    }

    private int countWrong(UrlCache by) {
        int wrong = 0;
        for (int i = 0; i < 10_000; i++) {
            wrong += by.mayHave(UrlHash.of("http://absent.example/" + i), false) ? 1 : 0;
        }
        return wrong;
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void mayHave_saysNoOfNearlyAllUrlsWithoutEntry() {
        assertThat(countWrong(cache)).isLessThan(100);
        assertThat(countWrong(open(folder))).isLessThan(100);
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void mayHave_ofAUrlThatIsPut_isTrueForAllEnginesOfTheProcessAtOnce() {
        UrlCache other = open(folder);
        for (int i = 0; i < 200; i++) {
            long hash = UrlHash.of("http://new.example/" + i);
            put(cache, "http://new.example/" + i, "x");
            assertThat(other.mayHave(hash, false)).isTrue();
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void mayHave_beforeThereIsACache_isFalse_andTrueOnceAnEngineHasPutTheEntry() {
        UrlCache first = open(parent.resolve("none"));
        long hash = UrlHash.of(URL);
        assertThat(first.mayHave(hash, false)).isFalse();

        put(open(parent.resolve("none")), URL, "x");

        assertThat(first.mayHave(hash, false)).isTrue();
    }

    /** What becomes of the file. */
    enum Damage {
        DELETED,
        EMPTIED,
        CUT,
        LONGER,
        ZEROS,
        RANDOM,
        WITHOUT_HEAD,
        ONE_COPY_CLEARED
    }

    private void damage(Damage damage) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(3);
        switch (damage) {
            case DELETED -> {
                Files.delete(file);
                return;
            }
            case EMPTIED -> bytes = new byte[0];
            case CUT -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
            case LONGER -> bytes = Arrays.copyOf(bytes, bytes.length + 1);
            case ZEROS -> bytes = new byte[bytes.length];
            case RANDOM -> random.nextBytes(bytes);
            case WITHOUT_HEAD -> Arrays.fill(bytes, 0, 8, (byte) 0);
            case ONE_COPY_CLEARED -> Arrays.fill(bytes, 8, bytes.length / 2, (byte) 0);
        }
        overwrite(bytes);
    }

    private void overwrite(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes.length);
            channel.write(java.nio.ByteBuffer.wrap(bytes), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Rule("R-PROJ-CACHE-22")
    void filterThatIsDamaged_hidesNoEntry(Damage damage) throws IOException {
        requireAllFound(cache);

        damage(damage);

        requireAllFound(cache);
        requireAllFound(open(folder));
        put(cache, URL + "new", "put after that");
        assertThat(text(cache, URL + "new")).isEqualTo("put after that");
        assertThat(text(open(folder), URL + "new")).isEqualTo("put after that");
        requireAllFound(open(folder));
    }

    @ParameterizedTest
    @EnumSource
    @Rule("R-PROJ-CACHE-22")
    void filterThatIsDamaged_isMadeAnewByTheScavenger(Damage damage) throws IOException {
        damage(damage);

        open(folder).free(Long.MAX_VALUE);

        UrlCache later = open(folder);
        requireAllFound(later);
        assertThat(countWrong(later)).isLessThan(100);
    }

    /** With a filter of its own on the same file, as another process has it. */
    @Test
    @Rule("R-PROJ-CACHE-22")
    void mayHaveNow_ofAUrlThatAnotherProcessPuts_isTrueAtOnce() {
        int wrong = 0;
        try (EntryFilter other = new EntryFilter(folder)) {
            for (int i = 0; i < 200; i++) {
                long hash = UrlHash.of("http://fresh.example/" + i);
                wrong += other.mayHaveNow(hash) ? 1 : 0;
                put(cache, "http://fresh.example/" + i, "x");
                assertThat(other.mayHaveNow(hash)).isTrue();
            }
        }
        assertThat(wrong).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETED")
    @Rule("R-PROJ-CACHE-22")
    void mayHaveNow_whileTheFilterIsDamagedAndMadeAnew_isTrueOfWhatAnotherProcessPuts(Damage damage)
            throws IOException {
        try (EntryFilter other = new EntryFilter(folder)) {
            assertThat(other.mayHaveNow(UrlHash.of(URL + 1))).isTrue();

            damage(damage);
            put(cache, URL + "after the damage", "x");
            assertThat(other.mayHaveNow(UrlHash.of(URL + "after the damage"))).isTrue();

            open(folder).free(Long.MAX_VALUE);
            put(cache, URL + "in the new one", "x");
            assertThat(other.mayHaveNow(UrlHash.of(URL + "in the new one"))).isTrue();
            cache.filter().distrust();
            assertThat(other.mayHaveNow(UrlHash.of("http://any.example/"))).isTrue();
        }
    }

    @Test
    @Rule({"R-PROJ-CACHE-22", "R-PROJ-CACHE-24"})
    void mayHaveNow_afterAnInterruptHasClosedTheFile_isRightAgain() {
        try (EntryFilter other = new EntryFilter(folder)) {
            other.mayHaveNow(UrlHash.of(URL));
            Thread.currentThread().interrupt();
            assertThat(other.mayHaveNow(UrlHash.of(URL + 1))).isTrue();
            assertThat(Thread.interrupted()).isTrue();

            put(cache, URL + "new", "x");

            assertThat(other.mayHaveNow(UrlHash.of(URL + "new"))).isTrue();
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void anySingleByteThatChanges_hidesNoEntry() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            overwrite(bytes);
            int entry = round % ENTRIES;
            assertThat(cache.mayHave(UrlHash.of(URL + entry), true)).isTrue();
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void entriesThatAreGone_leaveNothingInAFilterThatIsMadeAnew() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            cache.delete(URL + i);
        }
        Files.delete(file);

        put(cache, URL, "the only one");

        int left = 0;
        for (int i = 0; i < ENTRIES; i++) {
            left += open(folder).mayHave(UrlHash.of(URL + i), true) ? 1 : 0;
        }
        assertThat(left).isLessThan(3);
        assertThat(text(cache, URL)).isEqualTo("the only one");
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void putWhileTheFilterIsMade_isInIt() throws IOException {
        Files.delete(file);
        EntryFilter.Renewal renewal = cache.change(() -> cache.filter().renew());
        put(cache, URL + "meanwhile", "x");
        for (int i = 0; i < ENTRIES; i++) {
            renewal.add(URL + i);
        }

        assertThat(cache.change(renewal::finish)).isTrue();

        UrlCache later = open(folder);
        requireAllFound(later);
        assertThat(text(later, URL + "meanwhile")).isEqualTo("x");
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void filterThatOthersDistrustMeanwhile_isNotPutToUse() throws IOException {
        Files.delete(file);
        EntryFilter.Renewal renewal = cache.change(() -> cache.filter().renew());
        cache.filter().distrust();

        assertThat(cache.change(renewal::finish)).isFalse();

        requireAllFound(open(folder));
    }
}
