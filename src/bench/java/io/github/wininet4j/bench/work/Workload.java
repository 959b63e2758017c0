package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.Feature;
import java.util.List;
import java.util.Set;

/**
 * One kind of work that contestants are compared by.
 *
 * @param id its short name
 * @param title its name in tables
 * @param aim what the engine is to reach, or empty
 * @param kind what is called
 * @param path what is requested
 * @param lanes how many requests are in flight
 * @param readSize with how many bytes a body is read or written
 * @param size the length of the body in bytes, before {@link Length#divisor} if it is a big one
 * @param features what its requests have beside plain HTTP/1.1
 * @param contestants who takes part; the first one is what the others are divided by
 */
public record Workload(
        String id,
        String title,
        String aim,
        Kind kind,
        String path,
        int lanes,
        int readSize,
        long size,
        Set<Feature> features,
        List<String> contestants) {

    private static final int SMALL = 128;
    private static final int SMALL_READ = 4096;
    private static final int SMALL_ASYNC_READ = 1024;

    /** One with small bodies. */
    static Workload small(
            String id,
            String title,
            String aim,
            Kind kind,
            String path,
            int lanes,
            long size,
            List<String> contestants) {
        boolean waits = kind == Kind.SYNC || kind == Kind.PACED;
        int readSize = waits ? SMALL_READ : SMALL_ASYNC_READ;
        return new Workload(id, title, aim, kind, path, lanes, readSize, size, Set.of(), contestants);
    }

    /** One whose body is read or written in parts of a length. */
    static Workload big(
            String id,
            String title,
            String aim,
            Kind kind,
            String path,
            int part,
            long size,
            List<String> contestants) {
        return new Workload(id, title, aim, kind, path, 1, part, size, Set.of(), contestants);
    }

    /** A sequential GET of 128 B. */
    static Workload sequential(String id, String title, String aim, String path, List<String> contestants) {
        return small(id, title, aim, Kind.SYNC, path, 1, SMALL, contestants);
    }

    /** An asynchronous GET of 128 B. */
    static Workload async(String id, String title, String aim, Kind kind, int lanes, List<String> contestants) {
        return small(id, title, aim, kind, "/b128", lanes, SMALL, contestants);
    }

    /** The same with some features. */
    Workload with(Feature... more) {
        return new Workload(id, title, aim, kind, path, lanes, readSize, size, Set.of(more), contestants);
    }

    /**
     * Tells about a feature.
     *
     * @param feature the feature
     * @return whether its requests have it
     */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Returns whether its figure is a data rate and not a request rate: true for bodies of more than a MiB. */
    public boolean isBig() {
        return size >= 1 << 20;
    }

    /** Returns whether nginx cannot do it: true if the slow server answers. */
    public boolean needsSlowServer() {
        return kind == Kind.WAVE || kind == Kind.UPLOAD;
    }

    /** Returns whether its figures are the times of single requests and not a rate. */
    public boolean isTimed() {
        return kind == Kind.PACED || kind == Kind.TIMED;
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
        /** Calls that wait, begun at fixed times, each of which is timed. */
        PACED,
        /** Calls that wait and send a body. */
        UPLOAD,
        /** Asynchronous calls; each lane continues until the end of the round. */
        ASYNC,
        /** The same, and each request is timed. */
        TIMED,
        /** Asynchronous calls; each lane makes one request per round. */
        WAVE,
        /** Messages of a WebSocket, each sent when the one before has come back. */
        MESSAGES
    }
}
