package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.Feature;
import io.github.wininet4j.bench.work.Workload.Kind;
import java.util.List;
import java.util.Set;

/** The table of workloads. */
public final class Workloads {
    private static final long GIB = 1L << 30;
    private static final int TEXT = 64 << 10;
    private static final int TEXT_READ = 8 << 10;

    private static final List<String> WAITING =
            List.of("floor", "engine", "native", "apache", "jdk", "huc", "okhttp", "jetty", "curl", "c", "wine");
    /** The self-made certificate is not in Wine's store. */
    private static final List<String> WITHOUT_WINE =
            List.of("floor", "engine", "native", "apache", "jdk", "huc", "okhttp", "jetty", "curl", "c");

    private static final List<String> JAVA_WAITING =
            List.of("floor", "engine", "native", "apache", "jdk", "huc", "okhttp", "jetty");
    private static final List<String> PEERS = List.of("floor", "engine", "apache", "jdk", "huc", "okhttp", "curl");
    private static final List<String> AT_ONCE =
            List.of("floor", "engine", "engine1", "native", "apache", "netty", "jdk", "okhttp", "jetty");
    /** Without those that need a thread or a process per request in flight. */
    private static final List<String> MANY = List.of("floor", "engine", "engine1", "native", "apache", "netty", "jdk");

    private static final String H2_AIM = "ahead of Jetty and the JDK";
    private static final List<String> HTTP2 = List.of("h2load", "engine", "jdk", "jetty");

    /** All of them, in the order in which they run. */
    public static final List<Workload> ALL = List.of(
            Workload.sequential(
                    "seq128", "sequential GET, 128 B", "0.95 and ahead of every other library", "/b128", WAITING),
            Workload.small(
                    "seq1k",
                    "sequential GET, 1 KiB",
                    "0.95 and ahead of every other library",
                    Kind.SYNC,
                    "/b1k",
                    1,
                    1024,
                    WAITING),
            Workload.small(
                    "threads16", "GET of 128 B from 16 threads", "0.85", Kind.SYNC, "/b128", 16, 128, JAVA_WAITING),
            Workload.sequential(
                    "newconn",
                    "a new connection for each GET of 128 B",
                    "level with the best other Java library",
                    "/close/b128",
                    WAITING),
            Workload.sequential(
                            "newtls",
                            "a new TLS connection for each GET of 128 B, its session resumed",
                            "0.95",
                            "/close/b128",
                            PEERS)
                    .with(Feature.TLS),
            Workload.big(
                            "gzip",
                            "GET of 64 KiB of text in gzip, decoded",
                            "0.80",
                            Kind.SYNC,
                            "/text",
                            TEXT_READ,
                            TEXT,
                            PEERS)
                    .with(Feature.GZIP),
            Workload.sequential(
                            "proxied", "GET of 128 B through a proxy", "ahead of every other library", "/b128", PEERS)
                    .with(Feature.PROXY),
            Workload.sequential(
                    "script",
                    "GET of 128 B with and without a proxy script that answers DIRECT",
                    "0.95 of the rate without one, as the script is asked once for each host",
                    "/b128",
                    List.of("engine", "enginepac")),
            Workload.small(
                    "cached",
                    "GET of 1 KiB from nginx and from the URL cache",
                    "cheaper than the GET from the server",
                    Kind.SYNC,
                    "/kept/b1k",
                    1,
                    1024,
                    List.of("engine", "enginecache")),
            Workload.sequential(
                            "ntlm",
                            "a new connection and an NTLM logon for each GET of 128 B",
                            "ahead of libcurl and HttpURLConnection",
                            "/",
                            List.of("curl", "engine", "huc"))
                    .with(Feature.NTLM),
            Workload.async("async64", "async GET of 128 B, 64 in flight", "0.75", Kind.ASYNC, 64, AT_ONCE),
            Workload.async("async1000", "async GET of 128 B, 1,000 in flight", "0.90", Kind.ASYNC, 1000, AT_ONCE),
            Workload.small(
                    "paced",
                    "GET of 128 B a thousand times a second, by time",
                    "p99 within 1.3 of the floor; p50 of libcurl",
                    Kind.PACED,
                    "/b128",
                    1,
                    128,
                    List.of("floor", "engine", "apache", "huc", "okhttp", "curl")),
            Workload.async(
                    "timed64",
                    "async GET of 128 B, 64 in flight, by time",
                    "p99 within 1.1 of Netty",
                    Kind.TIMED,
                    64,
                    List.of("netty", "floor", "engine", "engine1", "apache")),
            Workload.big("down64k", "download, 64 KiB reads", "0.97", Kind.SYNC, "/big", 64 << 10, GIB, WAITING),
            Workload.big("down8k", "download, 8 KiB reads", "0.97", Kind.SYNC, "/big", 8 << 10, GIB, WAITING),
            Workload.big(
                            "tls64k",
                            "download over TLS, 64 KiB reads",
                            "level with the best other library",
                            Kind.SYNC,
                            "/big",
                            64 << 10,
                            GIB,
                            WITHOUT_WINE)
                    .with(Feature.TLS),
            Workload.big(
                            "tls8k",
                            "download over TLS, 8 KiB reads",
                            "level with the best other library",
                            Kind.SYNC,
                            "/big",
                            8 << 10,
                            GIB,
                            WITHOUT_WINE)
                    .with(Feature.TLS),
            Workload.big(
                    "upload",
                    "upload, 64 KiB writes",
                    "0.97 and level with the best other library",
                    Kind.UPLOAD,
                    "/upload",
                    64 << 10,
                    GIB / 2,
                    WAITING),
            Workload.small(
                    "slow",
                    "10,000 in flight, each answered after 2 s",
                    "a peak of 220 MiB, the second wave within 2.4 s, no thread per request",
                    Kind.WAVE,
                    "/slow",
                    10_000,
                    128,
                    MANY),
            Workload.async("h2async64", "HTTP/2: async GET of 128 B, 64 in flight", H2_AIM, Kind.ASYNC, 64, HTTP2)
                    .with(Feature.TLS, Feature.HTTP2),
            Workload.async(
                            "h2async1000",
                            "HTTP/2: async GET of 128 B, 1,000 in flight",
                            H2_AIM,
                            Kind.ASYNC,
                            1000,
                            HTTP2)
                    .with(Feature.TLS, Feature.HTTP2),
            Workload.big(
                            "h2down64k",
                            "HTTP/2: download, 64 KiB reads",
                            H2_AIM,
                            Kind.SYNC,
                            "/big",
                            64 << 10,
                            GIB,
                            List.of("curl", "engine", "jdk", "jetty"))
                    .with(Feature.TLS, Feature.HTTP2),
            Workload.big(
                            "ftp64k",
                            "FTP: download, 64 KiB reads",
                            "0.80",
                            Kind.SYNC,
                            "/big",
                            64 << 10,
                            GIB,
                            List.of("curl", "engine"))
                    .with(Feature.FTP),
            Workload.sequential("ftp128", "FTP: files of 128 B", "0.80", "/small", List.of("curl", "engine"))
                    .with(Feature.FTP),
            new Workload(
                    "websocket",
                    "WebSocket: round trips of 128 B",
                    "ahead of the JDK",
                    Kind.MESSAGES,
                    "/",
                    1,
                    1024,
                    128,
                    Set.of(),
                    List.of("jdk", "engine", "nodews")));

    private Workloads() {}

    /**
     * Finds a workload.
     *
     * @param id its short name
     * @return the workload
     */
    public static Workload named(String id) {
        return ALL.stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload '" + id + "'"));
    }
}
