package io.github.wininet4j.engine.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A process that works on a cache: {@code FOLDER SEED OPERATIONS}. It puts, finds, claims and deletes entries that all
 * processes share and entries of its own, and prints what it has put of its own, a line each: {@code URL VERSION}. A
 * content begins with its URL, so that one that is torn or of another entry is seen.
 */
final class CacheProcess {
    private static final int SHARED = 40;
    private static final int OWN = 200;
    private static final int LENGTH = 3_000;

    private CacheProcess() {}

    static Process start(Path folder, int seed, int operations) throws IOException {
        return start(CacheProcess.class, folder.toString(), Integer.toString(seed), Integer.toString(operations));
    }

    static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** A content of a version: any two differ, in length as well. */
    static String text(String url, int version) {
        String line = url + " " + version + "\n";
        return line.repeat(1 + (version * 31 + url.length()) % LENGTH / line.length());
    }

    /** The version of a content, which is whole and the URL's own. */
    static int version(String url, String text) {
        requireWhole(url, text);
        return Integer.parseInt(text.substring(text.indexOf(' ') + 1, text.indexOf('\n')));
    }

    static void requireWhole(String url, String text) {
        int space = text.indexOf(' ');
        int end = text.indexOf('\n');
        if (space < 0 || end < 0 || !text.substring(0, space).equals(url)) {
            throw new IllegalStateException("the content of another entry: " + url);
        }
        int version = Integer.parseInt(text.substring(space + 1, end));
        if (!text.equals(text(url, version))) {
            throw new IllegalStateException("a torn content: " + url);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int seed = Integer.parseInt(arguments[1]);
        int operations = Integer.parseInt(arguments[2]);
        try (UrlCache cache = new UrlCache(Path.of(arguments[0]), InstantSource.system(), Runnable::run)) {
            new Work(cache, seed).run(operations);
        }
        System.out.println("done");
    }

    /** Random operations. */
    private static final class Work {
        private final UrlCache cache;
        private final int seed;
        private final Random random;
        private final Map<String, Integer> versions = new HashMap<>();
        private final List<Claim> claims = new ArrayList<>();

        Work(UrlCache cache, int seed) {
            this.cache = cache;
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run(int operations) throws IOException {
            for (int i = 0; i < operations; i++) {
                String shared = "http://shared/" + random.nextInt(SHARED);
                String own = "http://own-" + seed + "/" + random.nextInt(OWN);
                switch (random.nextInt(10)) {
                    case 0, 1 -> CacheSamples.put(cache, shared, text(shared, i));
                    case 2, 3, 4 -> putOwn(own, i);
                    case 5, 6 -> look(shared);
                    case 7 -> requireOwn(own);
                    case 8 -> cache.delete(shared);
                    default -> claim(shared);
                }
            }
            claims.forEach(Claim::close);
            for (String own : versions.keySet()) {
                requireOwn(own);
            }
        }

        private void putOwn(String url, int version) {
            CacheSamples.put(cache, url, text(url, version));
            versions.put(url, version);
            System.out.println(url + " " + version);
        }

        private void requireOwn(String url) {
            Integer version = versions.get(url);
            if (version != null && !text(url, version).equals(CacheSamples.text(cache, url))) {
                throw new IllegalStateException("lost: " + url);
            }
        }

        private void look(String url) {
            String text = CacheSamples.text(cache, url);
            if (text != null) {
                requireWhole(url, text);
            }
        }

        private void claim(String url) throws IOException {
            Found found = cache.find(url);
            if (found != null) {
                claims.add(found.claim());
            }
            if (claims.size() > 5) {
                claims.remove(random.nextInt(claims.size())).close();
            }
        }
    }
}
