package io.github.wininet4j.bench.cache;

import com.sun.management.ThreadMXBean;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the cache costs requests that it has no answer to: processor time and allocated bytes on the caller's thread,
 * which a server in the same process does not add to. The contestants take turns, round by round. Arguments: rounds,
 * requests of a round, and optionally the name of one kind of request.
 */
public final class CacheOverhead {
    private static final int WARM_UP = 10;
    private static final int ENTRIES = 1_000;
    private static final int UPLOAD = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CacheOverhead() {}

    /** A kind of request. */
    private enum Kind {
        /** The response may not be kept. */
        NO_STORE("GET", "/no-store", 0, 0, 1),
        /** The request says that the response is not to be kept. */
        NO_CACHE_WRITE("GET", "/plain", InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE, 0, 1),
        /** The request asks for the network as well. */
        RELOAD("GET", "/plain", InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE | InternetFlag.INTERNET_FLAG_RELOAD, 0, 1),
        /** A small request that may change what is there. */
        POST("POST", "/plain", 0, 100, 1),
        /** A large one. */
        UPLOAD_MIB("POST", "/plain", 0, UPLOAD, 50);

        private final String verb;
        private final String target;
        private final int flags;
        private final int bytes;
        private final int fewer;

        Kind(String verb, String target, int flags, int bytes, int fewer) {
            this.verb = verb;
            this.target = target;
            this.flags = flags;
            this.bytes = bytes;
            this.fewer = fewer;
        }
    }

    /** An engine with one kind of cache. */
    private static final class Contestant implements AutoCloseable {
        private final String name;
        private final BackEnd api;
        private final HINTERNET connection;
        private final ByteBuffer buffer = ByteBuffer.allocate(8_192);
        private final ByteBuffer body = ByteBuffer.allocate(UPLOAD);
        private final DwordRef count = new DwordRef();
        private final List<Double> micros = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();

        Contestant(String name, CachePlace place, int port) {
            this.name = name;
            this.api = WinInets.engine(WinInetConfig.defaults().withCache(place));
            HINTERNET session = api.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            this.connection = api.InternetConnect(
                    session, OkServer.HOST, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        }

        void round(Kind kind, int requests) {
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long time = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < requests; i++) {
                exchange(kind);
            }
            micros.add((THREADS.getCurrentThreadCpuTime() - time) / 1e3 / requests);
            bytes.add((double) (THREADS.getThreadAllocatedBytes(
                                    Thread.currentThread().getId())
                            - allocated)
                    / requests);
        }

        private void exchange(Kind kind) {
            HINTERNET request =
                    api.HttpOpenRequest(connection, kind.verb, kind.target, null, null, null, kind.flags, 0);
            body.clear();
            require(api.HttpSendRequest(request, null, 0, kind.bytes == 0 ? null : body, kind.bytes));
            do {
                buffer.clear();
                require(api.InternetReadFile(request, buffer, buffer.capacity(), count));
            } while (count.value > 0);
            require(api.InternetCloseHandle(request));
        }

        private void require(boolean worked) {
            if (!worked) {
                throw new IllegalStateException(name + " failed: " + api.GetLastError());
            }
        }

        @Override
        public void close() {
            api.close();
        }
    }

    /**
     * Prints a line for each kind of request and contestant.
     *
     * @param arguments rounds, requests of a round, and perhaps a kind
     * @throws IOException if the file system or the network refuses
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        int requests = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("wininet4j-bench");
        fill(folder.resolve("filled"));
        try (OkServer server = new OkServer()) {
            for (Kind kind : Kind.values()) {
                if (arguments.length < 3 || arguments[2].equals(kind.name())) {
                    compare(kind, folder, server.port(), rounds, Math.max(1, requests / kind.fewer));
                }
            }
        }
        System.exit(0);
    }

    private static void fill(Path folder) throws IOException {
        try (UrlCache cache = new UrlCache(folder, InstantSource.system(), Runnable::run)) {
            for (int i = 0; i < ENTRIES; i++) {
                CacheEntry entry = CacheEntry.of("http://host.example/" + i, 1, null);
                cache.put(entry.url(), old -> entry, use -> use, true);
            }
        }
    }

    private static void compare(Kind kind, Path folder, int port, int rounds, int requests) {
        try (Contestant off = new Contestant("off", CachePlace.NONE, port);
                Contestant absent = new Contestant("not made yet", CachePlace.at(folder.resolve("absent")), port);
                Contestant filled = new Contestant("of 1,000 entries", CachePlace.at(folder.resolve("filled")), port)) {
            List<Contestant> all = List.of(off, absent, filled);
            for (int i = -WARM_UP; i < rounds; i++) {
                for (int turn = 0; turn < all.size(); turn++) {
                    all.get(Math.floorMod(i + turn, all.size())).round(kind, requests);
                }
                if (i == -1) {
                    all.forEach(each -> {
                        each.micros.clear();
                        each.bytes.clear();
                    });
                }
            }
            for (Contestant each : all) {
                double time = median(each.micros);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f to %.2f | %.3f | %,.0f |%n",
                        kind,
                        each.name,
                        time,
                        each.micros.stream().min(Double::compare).orElseThrow(),
                        each.micros.stream().max(Double::compare).orElseThrow(),
                        time / median(off.micros),
                        median(each.bytes));
            }
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
