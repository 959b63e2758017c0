package io.github.wininet4j.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
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

    private final Path parent = Folders.make("processes");
    private final Path folder = parent.resolve("cache");

    @AfterEach
    void delete() {
        Folders.delete(parent);
    }

    private UrlCache open() {
        return new UrlCache(folder, InstantSource.system(), Runnable::run);
    }

    /** Reads what a process says it has put; returns whether it came to its end. */
    private static boolean collect(Process process, Map<String, Integer> versions, int lines) throws IOException {
        try (BufferedReader output = CacheProcess.output(process)) {
            for (int i = 0; lines < 0 || i < lines; i++) {
                String line = output.readLine();
                if (line == null || line.equals("done")) {
                    return line != null;
                }
                int space = line.indexOf(' ');
                assertThat(line).as("output of a process").startsWith("http://own-");
                versions.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
            }
            process.destroyForcibly();
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
        for (int i = 0; i < KILLS; i++) {
            Process process = CacheProcess.start(folder, i, Integer.MAX_VALUE);
            collect(process, versions, 1 + random.nextInt(60));
            process.destroyForcibly();
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        try (UrlCache cache = open()) {
            versions.forEach((url, version) -> assertThat(CacheSamples.text(cache, url))
                    .as("what was put last, or what the process put after that")
                    .isNotNull());
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
    void damages_ofAnyFile_costOnlyTheEntriesThatWereHit() throws IOException {
        Random random = new Random(11);
        int entries = 20;
        try (UrlCache cache = open()) {
            for (int i = 0; i < entries; i++) {
                CacheSamples.put(cache, "http://own-0/" + i, CacheProcess.text("http://own-0/" + i, i));
            }
        }
        for (int round = 0; round < DAMAGES; round++) {
            String hit = damage(random);
            try (UrlCache cache = open()) {
                int url = random.nextInt(entries);
                CacheSamples.text(cache, "http://own-0/" + url);
                assertThat(cache.usage()).isNotNegative();
                if (round % 10 == 0) {
                    int whole = requireWhole(cache);
                    assertThat(whole).as("after damage to %s", hit).isGreaterThanOrEqualTo(entries - 10);
                    for (int i = 0; i < entries; i++) {
                        if (CacheSamples.text(cache, "http://own-0/" + i) == null) {
                            CacheSamples.put(cache, "http://own-0/" + i, CacheProcess.text("http://own-0/" + i, i));
                        }
                    }
                }
            }
        }
    }

    /** Changes, cuts, empties or replaces a random file; returns its name. */
    private String damage(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path file = random.nextInt(5) == 0 ? folder.resolve("usage") : files.get(random.nextInt(files.size()));
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
        return file.getFileName().toString();
    }

    @Test
    @Rule("R-CACHE-4")
    void quota_underSeveralWriters_isKeptWithinATenth() throws Exception {
        TestClock clock = new TestClock();
        long quota = 400_000;
        try (UrlCache first = new UrlCache(folder, clock, Runnable::run)) {
            first.configure(quota, first.syncMode());
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
}
