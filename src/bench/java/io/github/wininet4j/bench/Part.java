package io.github.wininet4j.bench;

import io.github.wininet4j.bench.percall.PerCallRun;
import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.work.Workload;
import io.github.wininet4j.bench.work.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of the run that gives one chapter of the results.
 *
 * @param id its short name, for {@code --only}
 * @param measurement what it does
 */
record Part(String id, Measurement measurement) {
    static final List<Part> ALL = all();
    private static final Set<String> VARIANTS = Set.of("seq1k", "tls8k");

    private static List<Part> all() {
        List<Part> parts = new ArrayList<>();
        for (Workload workload : Workloads.ALL) {
            parts.add(new Part(workload.id(), (stage, settings) -> {
                Comparison comparison = new Comparison(stage, settings, workload);
                comparison.run();
                return ComparisonChapter.of(comparison);
            }));
        }
        parts.add(new Part("curves", CurvesChapter::run));
        parts.add(new Part("idle", IdleChapter::run));
        parts.add(new Part("startup", StartUpChapter::run));
        parts.add(new Part(
                "percall",
                (stage, settings) -> PerCallRun.run(
                        settings.length, stage.plainPort(), stage.folder().resolve("jmh.log"))));
        return List.copyOf(parts);
    }

    Chapter run(Stage stage, Settings settings) throws Exception {
        return measurement.run(stage, settings);
    }

    /** Returns whether it differs from another part in a size only. */
    boolean isVariant() {
        return VARIANTS.contains(id);
    }

    /** Measures and makes a chapter. */
    interface Measurement {
        Chapter run(Stage stage, Settings settings) throws Exception;
    }
}
