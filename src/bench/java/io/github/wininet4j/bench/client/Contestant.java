package io.github.wininet4j.bench.client;

import java.util.List;

/**
 * One client library of the comparison.
 *
 * @param id its short name
 * @param title its name in tables
 * @param sync opens it for calls that wait, or null
 * @param async opens it for asynchronous calls, or null
 * @param messages opens it for WebSocket, or null
 * @param program the C source that stands for it, or null for a Java client
 * @param jvm options of its JVM
 */
public record Contestant(
        String id,
        String title,
        Opener<SyncClient> sync,
        Opener<AsyncClient> async,
        Opener<MessageClient> messages,
        String program,
        List<String> jvm) {
    /** All of them, the floor first. */
    public static final List<Contestant> ALL = List.of(
            java("floor", "floor (bare sockets)", FloorSync::new, FloorAsync::new),
            new Contestant(
                    "engine",
                    "wininet4j engine",
                    t -> t.has(Feature.FTP) ? new EngineFtp(t) : new EngineSync("engine", t),
                    t -> new EngineAsync("engine", t),
                    EngineMessages::new,
                    null,
                    List.of()),
            // As many threads of the system at work as the floor's selector loop and Netty's event loop have.
            new Contestant(
                    "engine1",
                    "wininet4j engine, one carrier thread",
                    null,
                    t -> new EngineAsync("engine", t),
                    null,
                    null,
                    List.of("-Djdk.virtualThreadScheduler.parallelism=1")),
            java("enginecache", "wininet4j engine, from its cache", t -> engine(t, Feature.CACHE), null),
            java("enginepac", "wininet4j engine, proxy script", t -> engine(t, Feature.SCRIPT), null),
            java("native", "wininet4j native", t -> new EngineSync("native", t), t -> new EngineAsync("native", t)),
            java("apache", "Apache HttpClient 5", ApacheSync::new, ApacheAsync::new),
            java("netty", "Netty codec (bare)", null, NettyAsync::new),
            new Contestant("jdk", "JDK HttpClient", JdkClient::new, JdkClient::new, JdkMessages::new, null, List.of()),
            java("huc", "HttpURLConnection", UrlConnectionSync::new, null),
            java("okhttp", "OkHttp", OkHttp::new, OkHttp::new),
            java("jetty", "Jetty client", JettyClient::new, JettyClient::new),
            new Contestant("curl", "libcurl (C)", null, null, null, "curl.c", List.of()),
            new Contestant("c", "wininet4j libwininet (C)", null, null, null, "wininet.c", List.of()),
            new Contestant("wine", "Wine wininet.dll (C)", null, null, null, "wininet.c", List.of()),
            java("h2load", "h2load (C, counts only)", null, null),
            new Contestant("nodews", "ws (JavaScript)", null, null, null, "ws.js", List.of()));

    private static Contestant java(String id, String title, Opener<SyncClient> sync, Opener<AsyncClient> async) {
        return new Contestant(id, title, sync, async, null, null, List.of());
    }

    private static SyncClient engine(Target target, Feature feature) throws Exception {
        return new EngineSync("engine", target.with(feature));
    }

    /**
     * Finds a contestant.
     *
     * @param id its short name
     * @return the contestant
     */
    public static Contestant named(String id) {
        return ALL.stream()
                .filter(c -> c.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contestant '" + id + "'"));
    }

    /**
     * Opens a client.
     *
     * @param <C> the kind of client
     */
    public interface Opener<C> {
        /**
         * Opens a client.
         *
         * @param target what it is to talk to
         * @return the client
         * @throws Exception if it cannot be opened
         */
        C open(Target target) throws Exception;
    }
}
