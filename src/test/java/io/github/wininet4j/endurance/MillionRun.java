package io.github.wininet4j.endurance;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A million requests of one process, three synchronous ones for each asynchronous one, with now and then a session of
 * its own: {@code MillionRun [requests]}. Prints what the process holds after each tenth: it must not grow.
 */
public final class MillionRun {
    /** Every so many requests a session is opened and closed. */
    private static final int REQUESTS_PER_SESSION = 1_000;

    private static final int TENTHS = 10;

    /** What the JVM itself may add meanwhile: far below one byte for each request of the whole run. */
    private static final long SLACK_BYTES = 512 * 1024;

    private static final int SLACK_OBJECTS = 40;

    private MillionRun() {}

    /** What a process holds. */
    private record Held(long requests, LiveObjects objects, int threads, long files) {
        static Held after(long requests) {
            return new Held(requests, LiveObjects.count(), Thread.activeCount(), openFiles());
        }

        private static long openFiles() {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return open.count();
            } catch (IOException e) {
                return -1;
            }
        }

        private long handles() {
            return objects.engine().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("Node"))
                    .mapToLong(entry -> entry.getValue())
                    .sum();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %d | %d | %d | %d |",
                    requests,
                    objects.bytes(),
                    objects.total(),
                    handles(),
                    threads,
                    files);
        }
    }

    /**
     * Runs and prints; exits with 1 if anything has grown.
     *
     * @param arguments the number of requests, by default a million
     * @throws IOException if the server cannot be started
     */
    public static void main(String[] arguments) throws IOException {
        long requests = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long start = System.nanoTime();
        System.out.println("| requests | live bytes | objects of the engine | handles | threads | open files |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
        Set<String> grown = run(requests);
        System.out.printf(
                Locale.ROOT,
                "%n%d requests, JDK %s, %d s: %s%n",
                requests,
                System.getProperty("java.version"),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                grown.isEmpty() ? "flat" : "grown: " + grown);
        System.exit(grown.isEmpty() ? 0 : 1);
    }

    private static Set<String> run(long requests) throws IOException {
        List<Held> held = new ArrayList<>();
        try (KeepAliveServer server = new KeepAliveServer();
                BackEnd api = WinInets.engine(KeepAliveClient.config())) {
            KeepAliveClient plain = KeepAliveClient.connect(api, server, 0);
            KeepAliveClient async = KeepAliveClient.connect(api, server, InternetFlag.INTERNET_FLAG_ASYNC);
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                for (long i = 0; i < requests / TENTHS; i++) {
                    (i % 4 == 3 ? async : plain).exchange();
                    if (i % REQUESTS_PER_SESSION == 0) {
                        KeepAliveClient.tree(api, server, i % 2 == 0 ? 0 : InternetFlag.INTERNET_FLAG_ASYNC)
                                .close();
                    }
                }
                held.add(Held.after((tenth + 1) * (requests / TENTHS)));
                System.out.println(held.get(tenth));
            }
        }
        // The first tenth warms up.
        return grown(held.get(1), held.get(TENTHS - 1));
    }

    private static Set<String> grown(Held early, Held late) {
        Set<String> grown = new TreeSet<>();
        if (late.objects.bytes() - early.objects.bytes() > SLACK_BYTES) {
            grown.add("bytes");
        }
        if (late.objects.total() - early.objects.total() > SLACK_OBJECTS) {
            grown.add("objects " + late.objects.growthSince(early.objects));
        }
        if (late.handles() > early.handles()) {
            grown.add("handles");
        }
        if (late.threads > early.threads + 2 || late.files > early.files + 2) {
            grown.add("threads or files");
        }
        return grown;
    }
}
