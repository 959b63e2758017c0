package io.github.wininet4j.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.testing.Waits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A cache that several processes use, that processes are killed in, and whose files are damaged. The system property
 * {@code cache.operations} makes the processes do more, {@code cache.kills} kills more of them.
 */
final class CacheProcessesTest {
    private static final int OPERATIONS = Integer.getInteger("cache.operations", 300);
    private static final int KILLS = Integer.getInteger("cache.kills", 25);
    private static final int DAMAGES = Integer.getInteger("cache.damages", 1000);
    private static final int PROCESSES = 4;
    private static final int QUOTA_PUTS = 150;

    private final Path parent = Folders.make("processes");
    private final Path folder = parent.resolve("cache");

    @AfterEach
    void delete() {
        Folders.delete(parent);
    }

    private UrlCache open() {
        return new UrlCache(folder, InstantSource.system(), Runnable::run);
    }

    /**
     * Reads what a process says it has put, ends it after some lines unless that is a negative number, and reads what
     * it had said by then; returns whether it came to its end.
     */
    private static boolean collect(Process process, Map<String, Integer> versions, int lines) throws IOException {
        try (BufferedReader output = CacheProcess.output(process)) {
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals("done")) {
                    return true;
                }
                if (read++ == lines) {
                    // Of the handle, so that what it said by then can be read.
                    process.toHandle().destroyForcibly();
                }
                int space = line.indexOf(' ');
                boolean killed = lines >= 0 && read > lines;
                // The last line of a process that was killed may be half of one.
                if (!killed || (space > 0 && space + 1 < line.length())) {
                    assertThat(line).as("output of a process").startsWith("http://own-");
                    versions.merge(line.substring(0, space), Integer.parseInt(line.substring(space + 1)), Math::max);
                }
            }
            return false;
        }
    }

    /** Every entry is whole and its own; returns how many there are. */
    private static int requireWhole(UrlCache cache) throws IOException {
        int count = 0;
        for (String name : cache.names()) {
            Found found = cache.read(name);
            if (found != null) {
                String url = found.entry().url();
                String text = CacheSamples.text(cache, url);
                if (text != null) {
                    CacheProcess.requireWhole(url, text);
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    @Rule("R-CACHE-3")
    void processes_thatShareACache_loseTearAndMixNothing() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(CacheProcess.start(folder, i, OPERATIONS));
        }
        Map<String, Integer> versions = new HashMap<>();
        for (Process process : processes) {
            assertThat(collect(process, versions, -1))
                    .as("the process came to its end")
                    .isTrue();
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        try (UrlCache cache = open()) {
            versions.forEach((url, version) ->
                    assertThat(CacheSamples.text(cache, url)).isEqualTo(CacheProcess.text(url, version)));
            requireWhole(cache);
            long noted = cache.usage();
            Files.delete(folder.resolve("usage"));
            assertThat(noted).as("the journal").isEqualTo(cache.usage());
        }
    }

    @Test
    void processes_thatAreKilled_loseNothingThatTheySaidTheyHad() throws Exception {
        Map<String, Integer> versions = new HashMap<>();
        Random random = new Random(7);
        // Two at a time: while one is killed the other one works.
        Process next = CacheProcess.start(folder, 0, Integer.MAX_VALUE);
        for (int i = 0; i < KILLS; i++) {
            Process process = next;
            next = CacheProcess.start(folder, i + 1, Integer.MAX_VALUE);
            collect(process, versions, 1 + random.nextInt(60));
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        next.destroyForcibly();
        assertThat(next.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

        try (UrlCache cache = open()) {
            versions.forEach((url, version) -> {
                String text = CacheSamples.text(cache, url);
                assertThat(text).as("lost: %s", url).isNotNull();
                assertThat(CacheProcess.version(url, text))
                        .as("what was put last, or what the process put after that: %s", url)
                        .isGreaterThanOrEqualTo(version);
            });
            requireWhole(cache);
            for (String name : cache.names()) {
                Found found = cache.read(name);
                if (found != null) {
                    assertThat(found.claims()).as("claims of the dead").isZero();
                }
            }
        }
    }

    @Test
    void damages_ofAnyFile_costOnlyTheEntryThatWasHit() throws IOException {
        Random random = new Random(11);
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            texts.put("http://own-0/" + i, CacheProcess.text("http://own-0/" + i, i));
        }
        try (UrlCache cache = open()) {
            texts.forEach((url, text) -> CacheSamples.put(cache, url, text));
        }
        int lost = 0;
        for (int round = 0; round < DAMAGES; round++) {
            Path hit = random.nextInt(5) == 0 ? folder.resolve("usage") : anyFile(random);
            String owner = owner(hit, texts.keySet());
            damage(hit, random);
            // What was damaged is complained about, which is not what is looked at here.
            try (CapturedLog ignored = CapturedLog.start();
                    UrlCache cache = open()) {
                assertThat(cache.usage()).isNotNegative();
                for (Map.Entry<String, String> each : texts.entrySet()) {
                    String url = each.getKey();
                    String text = CacheSamples.text(cache, url);
                    if (text == null) {
                        assertThat(url).as("lost after damage to %s", hit).isEqualTo(owner);
                        CacheSamples.put(cache, url, each.getValue());
                        lost++;
                    } else {
                        assertThat(text).as("content after damage to %s", hit).isEqualTo(each.getValue());
                    }
                }
            }
        }
        assertThat(lost).as("damages that mattered").isPositive();
    }

    private Path anyFile(Random random) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return files.get(random.nextInt(files.size()));
        }
    }

    /** The URL of the entry of which a file is a part; empty for a file that is of none. */
    private String owner(Path file, Set<String> urls) throws IOException {
        String name = file.getFileName().toString();
        try (UrlCache cache = open()) {
            for (String url : urls) {
                Found found = cache.find(url);
                CacheEntry.Body body = found == null ? null : found.entry().body();
                if (name.equals(EntryName.of(url) + ".entry") || (body != null && name.equals(body.file()))) {
                    return url;
                }
            }
        }
        return "";
    }

    /** Changes, cuts, fills or lengthens a file. */
    private static void damage(Path file, Random random) throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        switch (random.nextInt(4)) {
            case 0 -> {
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                }
            }
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> random.nextBytes(bytes);
            default -> bytes = java.util.Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
        }
        Files.write(file, bytes);
    }

    @Test
    @Rule("R-CACHE-4")
    void quota_underSeveralWriters_isKeptWithinATenth() throws Exception {
        TestClock clock = new TestClock();
        long quota = 400_000;
        try (UrlCache first = new UrlCache(folder, clock, Runnable::run)) {
            first.configure(OptionalLong.of(quota), OptionalInt.empty());
        }
        List<UrlCache> caches = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < PROCESSES; i++) {
            UrlCache cache = new UrlCache(folder, clock, Runnable::run);
            caches.add(cache);
            int writer = i;
            writers.add(new Thread(() -> {
                try {
                    for (int n = 0; n < 200; n++) {
                        CacheSamples.put(cache, "http://w" + writer + "/" + n, "x".repeat(4_000));
                        clock.advance(java.time.Duration.ofMinutes(11));
                        assertThat(cache.usage()).isLessThan(quota + quota / 10);
                    }
                } catch (Throwable e) {
                    failures.add(e);
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        }
        caches.forEach(UrlCache::close);
        assertThat(failures).isEmpty();
        try (UrlCache cache = open()) {
            Files.delete(folder.resolve("usage"));
            assertThat(cache.usage()).isBetween(quota / 2, quota + quota / 10);
        }
    }

    @Test
    @Rule("R-CACHE-4")
    void quota_underSeveralWritingProcesses_isKeptWithinATenth() throws Exception {
        long quota = 400_000;
        try (UrlCache first = open()) {
            first.configure(OptionalLong.of(quota), OptionalInt.empty());
        }
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            writers.add(QuotaProcess.start(folder, parent.resolve("clock"), i, QUOTA_PUTS));
        }
        for (Process writer : writers) {
            try (BufferedReader output = CacheProcess.output(writer)) {
                assertThat(output.lines().toList()).containsExactly("done");
            }
            assertThat(writer.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        try (UrlCache cache = open()) {
            Files.delete(folder.resolve("usage"));
            assertThat(cache.usage()).isBetween(quota / 2, quota + quota / 10);
        }
    }
}
