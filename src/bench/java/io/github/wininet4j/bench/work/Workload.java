package io.github.wininet4j.bench.work;

import java.util.List;

/**
 * One kind of work that contestants are compared by.
 *
 * @param id its short name
 * @param title its name in tables
 * @param kind what is called
 * @param path what is requested
 * @param lanes how many requests are in flight
 * @param readSize with how many bytes a body is read or written
 * @param size the length of the body in bytes, before {@link Length#divisor} if it is a big one
 * @param tls whether to use TLS
 * @param http2 whether to use HTTP/2
 * @param contestants who takes part; the first one is what the others are divided by
 */
public record Workload(
        String id,
        String title,
        Kind kind,
        String path,
        int lanes,
        int readSize,
        long size,
        boolean tls,
        boolean http2,
        List<String> contestants) {

    private static final int SMALL_READ = 4096;
    private static final long GIB = 1L << 30;
    private static final List<String> WAITING =
            List.of("floor", "engine", "native", "apache", "jdk", "huc", "okhttp", "jetty", "curl", "c", "wine");
    private static final List<String> JAVA_WAITING =
            List.of("floor", "engine", "native", "apache", "jdk", "huc", "okhttp", "jetty");
    private static final List<String> AT_ONCE =
            List.of("floor", "engine", "engine1", "native", "apache", "netty", "jdk", "okhttp", "jetty");
    /** Without those that need a thread or a process per request in flight. */
    private static final List<String> MANY = List.of("floor", "engine", "engine1", "native", "apache", "netty", "jdk");

    /** All of them, in the order in which they run. */
    public static final List<Workload> ALL = List.of(
            small("seq128", "sequential GET, 128 B", Kind.SYNC, "/b128", 1, 128, WAITING),
            small("seq1k", "sequential GET, 1 KiB", Kind.SYNC, "/b1k", 1, 1024, WAITING),
            small("threads16", "GET of 128 B from 16 threads", Kind.SYNC, "/b128", 16, 128, JAVA_WAITING),
            small("newconn", "a new connection for each GET of 128 B", Kind.SYNC, "/close/b128", 1, 128, WAITING),
            small("async64", "async GET of 128 B, 64 in flight", Kind.ASYNC, "/b128", 64, 128, AT_ONCE),
            small("async1000", "async GET of 128 B, 1,000 in flight", Kind.ASYNC, "/b128", 1000, 128, AT_ONCE),
            big("down64k", "download, 64 KiB reads", Kind.SYNC, "/big", 64 << 10, GIB, false, WAITING),
            big("down8k", "download, 8 KiB reads", Kind.SYNC, "/big", 8 << 10, GIB, false, WAITING),
            big("tls64k", "download over TLS, 64 KiB reads", Kind.SYNC, "/big", 64 << 10, GIB, true, withoutWine()),
            big("tls8k", "download over TLS, 8 KiB reads", Kind.SYNC, "/big", 8 << 10, GIB, true, withoutWine()),
            big("upload", "upload, 64 KiB writes", Kind.UPLOAD, "/upload", 64 << 10, GIB / 2, false, WAITING),
            small("slow", "10,000 in flight, each answered after 2 s", Kind.WAVE, "/slow", 10_000, 128, MANY),
            http2("h2async64", "HTTP/2: async GET of 128 B, 64 in flight", 64),
            http2("h2async1000", "HTTP/2: async GET of 128 B, 1,000 in flight", 1000),
            new Workload(
                    "h2down64k",
                    "HTTP/2: download, 64 KiB reads",
                    Kind.SYNC,
                    "/big",
                    1,
                    64 << 10,
                    GIB,
                    true,
                    true,
                    List.of("curl", "engine", "jdk", "jetty")),
            new Workload(
                    "websocket",
                    "WebSocket: round trips of 128 B",
                    Kind.MESSAGES,
                    "/",
                    1,
                    1024,
                    128,
                    false,
                    false,
                    List.of("jdk", "engine", "nodews")));

    private static Workload http2(String id, String title, int lanes) {
        return new Workload(
                id,
                title,
                Kind.ASYNC,
                "/b128",
                lanes,
                1024,
                128,
                true,
                true,
                List.of("h2load", "engine", "jdk", "jetty"));
    }

    private static Workload small(
            String id, String title, Kind kind, String path, int lanes, long size, List<String> contestants) {
        return new Workload(
                id, title, kind, path, lanes, kind == Kind.SYNC ? SMALL_READ : 1024, size, false, false, contestants);
    }

    private static Workload big(
            String id,
            String title,
            Kind kind,
            String path,
            int part,
            long size,
            boolean tls,
            List<String> contestants) {
        return new Workload(id, title, kind, path, 1, part, size, tls, false, contestants);
    }

    /** The self-made certificate is not in Wine's store. */
    private static List<String> withoutWine() {
        return WAITING.stream().filter(id -> !id.equals("wine")).toList();
    }

    /**
     * Finds a workload.
     *
     * @param id its short name
     * @return the workload
     */
    public static Workload named(String id) {
        return ALL.stream()
                .filter(w -> w.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload '" + id + "'"));
    }

    /** Returns whether its figure is a data rate and not a request rate: true for bodies of more than a MiB. */
    public boolean isBig() {
        return size >= 1 << 20;
    }

    /** Returns whether nginx cannot do it: true if the slow server answers. */
    public boolean needsSlowServer() {
        return kind == Kind.WAVE || kind == Kind.UPLOAD;
    }

    /**
     * Returns the length of the body in a run.
     *
     * @param length the length of the run
     * @return bytes
     */
    public long size(Length length) {
        return isBig() ? size / length.divisor() : size;
    }

    /** What is called. */
    public enum Kind {
        /** Calls that wait. */
        SYNC,
        /** Calls that wait and send a body. */
        UPLOAD,
        /** Asynchronous calls; each lane continues until the end of the round. */
        ASYNC,
        /** Asynchronous calls; each lane makes one request per round. */
        WAVE,
        /** Messages of a WebSocket, each sent when the one before has come back. */
        MESSAGES
    }
}
