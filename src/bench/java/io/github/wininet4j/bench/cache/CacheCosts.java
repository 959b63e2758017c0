package io.github.wininet4j.bench.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The store of the URL cache in processor time, which other programs on the machine change little: a hit with its
 * content, a miss, a put without and with a body, and opening a cache of many entries. Arguments: numbers of entries.
 */
public final class CacheCosts {
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 5_000;
    private static final int BODY = 1_000;
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"0123456789\"\r\nContent-Length: 1000\r\n\r\n";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CacheCosts() {}

    /** Something to measure. */
    @FunctionalInterface
    private interface Work {
        void run(int round) throws IOException;
    }

    /**
     * Prints a line for each cost.
     *
     * @param arguments the numbers of entries; 10,000 if there are none
     * @throws IOException if the file system refuses
     */
    public static void main(String[] arguments) throws IOException {
        int[] sizes = arguments.length == 0
                ? new int[] {10_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int entries : sizes) {
            Path folder = Files.createTempDirectory("wininet4j-bench");
            try {
                measure(folder.resolve("cache"), entries);
            } finally {
                delete(folder);
            }
        }
    }

    private static void measure(Path folder, int entries) throws IOException {
        try (UrlCache cache = open(folder)) {
            cache.configure(OptionalLong.of(1L << 40), OptionalInt.empty());
            for (int i = 0; i < entries; i++) {
                put(cache, "http://host.example/" + i, i % 100 == 0);
            }
            cost(entries, "put without body", round -> put(cache, "http://put.example/" + round % 100, false));
            cost(entries, "put with 1,000 bytes", round -> put(cache, "http://put.example/b" + round % 100, true));
            cost(entries, "put of a program's file", round -> putFile(cache, "http://put.example/c" + round % 100));
        }
        try (UrlCache cache = open(folder)) {
            cost(entries, "miss", round -> cache.find("http://absent.example/" + round));
            cost(entries, "hit, known", round -> read(cache, "http://host.example/0"));
            cost(entries, "hit, any", round -> read(cache, "http://host.example/" + (round * 100 % entries)));
        }
        long before = THREADS.getCurrentThreadCpuTime();
        try (UrlCache cache = open(folder)) {
            cache.find("http://host.example/7");
            cache.usage();
        }
        print(entries, "open, find one", THREADS.getCurrentThreadCpuTime() - before);
        Files.delete(folder.resolve("usage"));
        before = THREADS.getCurrentThreadCpuTime();
        try (UrlCache cache = open(folder)) {
            cache.usage();
        }
        print(entries, "open, journal lost", THREADS.getCurrentThreadCpuTime() - before);
    }

    private static UrlCache open(Path folder) {
        return new UrlCache(folder, InstantSource.system(), Runnable::run);
    }

    /** As a response is kept. */
    private static void put(UrlCache cache, String url, boolean withBody) throws IOException {
        CacheEntry.Body body = null;
        if (withBody) {
            EntryFile file = EntryFile.open(cache.createBody(url, null));
            byte[] content = new byte[BODY];
            CRC32 check = new CRC32();
            check.update(content, 0, BODY);
            file.write(content, 0, BODY);
            body = cache.body(file.path(), file.finish(), check.getValue());
        }
        put(cache, url, body);
    }

    /** As a program does it that opens the file anew, by which ext4 writes it to the disk when it is closed. */
    private static void putFile(UrlCache cache, String url) throws IOException {
        Path file = cache.createBody(url, null);
        Files.write(file, new byte[BODY]);
        put(cache, url, cache.describe(file, false));
    }

    private static void put(UrlCache cache, String url, CacheEntry.@Nullable Body body) throws IOException {
        CacheEntry entry = CacheEntry.of(url, CacheEntryType.NORMAL_CACHE_ENTRY, body)
                .withHeaders(HEAD)
                .withTimes(0, 0, cache.now());
        cache.put(url, old -> entry, use -> use, true);
    }

    private static void read(UrlCache cache, String url) throws IOException {
        Found found = cache.find(url);
        if (found == null) {
            throw new IllegalStateException(url);
        }
        found.used();
        try (FileChannel content = found.open()) {
            if (content == null || content.read(ByteBuffer.allocate(BODY)) != BODY) {
                throw new IllegalStateException(url);
            }
        }
    }

    private static void cost(int entries, String name, Work work) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            work.run(i);
        }
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            work.run(i);
        }
        print(entries, name, (THREADS.getCurrentThreadCpuTime() - before) / ROUNDS);
    }

    private static void print(int entries, String name, long nanos) {
        System.out.printf(Locale.ROOT, "%,9d entries  %-22s %,12.1f us%n", entries, name, nanos / 1e3);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
