package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that puts entries into a cache with a quota: {@code FOLDER CLOCK SEED PUTS}. All such processes have one
 * clock, a file to which each put appends a byte: with it eleven minutes pass, so that entries may be removed when the
 * next one comes.
 */
final class QuotaProcess {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LENGTH = 4_000;

    private QuotaProcess() {}

    static Process start(Path folder, Path clock, int seed, int puts) throws IOException {
        return CacheProcess.start(
                QuotaProcess.class,
                folder.toString(),
                clock.toString(),
                Integer.toString(seed),
                Integer.toString(puts));
    }

    private static Instant time(Path clock) {
        try {
            return Files.exists(clock) ? START.plus(Duration.ofMinutes(11 * Files.size(clock))) : START;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path clock = Path.of(arguments[1]);
        int puts = Integer.parseInt(arguments[3]);
        try (UrlCache cache = new UrlCache(Path.of(arguments[0]), () -> time(clock), Runnable::run)) {
            for (int i = 0; i < puts; i++) {
                String url = "http://writer-" + arguments[2] + "/" + i;
                CacheSamples.put(cache, url, "x".repeat(LENGTH));
                Files.write(clock, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                long usage = cache.usage();
                if (usage > cache.quota() + cache.quota() / 10) {
                    throw new IllegalStateException("the entries take " + usage);
                }
                if (!"x".repeat(LENGTH).equals(CacheSamples.text(cache, url))) {
                    throw new IllegalStateException("lost: " + url);
                }
            }
        }
        System.out.println("done");
    }
}
