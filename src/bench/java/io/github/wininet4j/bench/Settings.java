package io.github.wininet4j.bench;

import io.github.wininet4j.bench.work.Length;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parsed command line. */
final class Settings {
    static final String USAGE = """
            --length quick|full        how long to measure (quick)
            --warm-up MILLIS           how long each contestant runs at most before it is measured
            --requests N               each turn is N requests, and the warm-up as many as ten turns: for processor
                                       time on a busy machine, where a time says nothing
            --only A,B                 these parts: a workload, or curves, idle, startup, percall (all; quick leaves out
                                       workloads that differ from another in a size only)
            --contestants A,B          these contestants; the floor always takes part
            --out FOLDER               where results go (target/bench)
            --publish                  write src/bench/RESULTS.md and its plots too
            --alone CONTESTANT WORKLOAD SECONDS
                                       no comparison: one contestant alone, for a profiler
            --jfr                      with --alone: record it and print where time and memory go
            --jvm OPTION               an option for the JVMs of the contestants; may be given again
            """;

    Length length = Length.QUICK;
    /** Milliseconds, or -1 for those of the length. */
    private int warmUp = -1;

    /** How many requests a turn is at least; 0 for a time. */
    int requests;

    List<String> only = List.of();
    List<String> contestants = List.of();
    Path out = Path.of("target", "bench");
    boolean publish;
    /** Contestant, workload and seconds, or empty. */
    List<String> alone = List.of();

    boolean flightRecording;
    final List<String> jvm = new ArrayList<>();

    private final String[] args;
    private int next;

    private Settings(String[] args) {
        this.args = args;
    }

    static Settings parse(String[] args) {
        Settings settings = new Settings(args);
        while (settings.next < args.length) {
            settings.take(settings.value());
        }
        return settings;
    }

    private String value() {
        if (next == args.length) {
            throw new IllegalArgumentException("a value is missing after " + args[next - 1]);
        }
        return args[next++];
    }

    private void take(String option) {
        switch (option) {
            case "--length" -> length = Length.valueOf(value().toUpperCase(Locale.ROOT));
            case "--warm-up" -> warmUp = Integer.parseInt(value());
            case "--requests" -> requests = Integer.parseInt(value());
            case "--only" -> only = List.of(value().split(","));
            case "--contestants" -> contestants = List.of(value().split(","));
            case "--out" -> out = Path.of(value());
            case "--publish" -> publish = true;
            case "--alone" -> alone = List.of(value(), value(), value());
            case "--jfr" -> flightRecording = true;
            case "--jvm" -> jvm.add(value());
            default -> throw new IllegalArgumentException("unknown option " + option);
        }
    }

    int warmUpMillis() {
        return warmUp < 0 ? length.warmUpMillis() : warmUp;
    }

    /** Returns whether a part of the run is wanted. */
    boolean wants(Part part) {
        return only.isEmpty() ? length == Length.FULL || !part.isVariant() : only.contains(part.id());
    }
}
