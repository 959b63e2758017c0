package io.github.wininet4j.bench;

import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Figures;
import io.github.wininet4j.bench.report.Plots;
import io.github.wininet4j.bench.report.Row;
import io.github.wininet4j.bench.report.Spread;
import io.github.wininet4j.bench.work.Sample;
import io.github.wininet4j.bench.work.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the table and the plot of a {@link Comparison}. */
final class ComparisonChapter {
    private static final int KIB_PER_MIB = 1024;
    private static final double NANOS_PER_MICRO = 1e3;

    private ComparisonChapter() {}

    static Chapter of(Comparison comparison) {
        if (comparison.workload().isTimed()) {
            return times(comparison);
        }
        return comparison.workload().kind() == Workload.Kind.WAVE ? waves(comparison) : rates(comparison);
    }

    /** What the engine is to reach, and who failed. */
    private static String note(Comparison comparison) {
        String aim = comparison.workload().aim();
        List<String> lines = new ArrayList<>(comparison.failures());
        if (!aim.isEmpty()) {
            lines.add(0, "Aim: " + aim + ".");
        }
        if (comparison.workload().kind() != Workload.Kind.WAVE) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Other work: %.2f processors at most, %d rounds thrown away.",
                    comparison.otherWork(),
                    comparison.thrownAway()));
        }
        return String.join(lines.size() > 3 ? "; " : " ", lines);
    }

    /** What figures are divided by. */
    private static String first(Comparison comparison) {
        String id = comparison.workload().contestants().get(0);
        return id.equals("floor") ? "the floor" : Contestant.named(id).title();
    }

    private static Chapter times(Comparison comparison) {
        Workload workload = comparison.workload();
        List<List<String>> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Spread> ratios = new ArrayList<>();
        for (Row row : comparison.rows()) {
            List<Sample> own = comparison.samples(contestant(row));
            Spread p99 = comparison.toFirst(own, Sample::p99);
            cells.add(List.of(
                    row.contestant(),
                    Figures.text(Comparison.spread(own, Sample::p50).median() / NANOS_PER_MICRO),
                    Figures.text(comparison.toFirst(own, Sample::p50).median()),
                    Figures.text(Comparison.spread(own, Sample::p99).median() / NANOS_PER_MICRO),
                    Figures.text(p99.median()),
                    Figures.limits(p99),
                    Figures.text(row.rate().median()),
                    Figures.text(row.cpuMicros()),
                    Figures.text(row.bytes())));
            names.add(row.contestant());
            ratios.add(p99);
        }
        return new Chapter(
                workload.id(),
                workload.title(),
                note(comparison),
                List.of(
                        "contestant",
                        "p50, µs",
                        "to " + first(comparison),
                        "p99, µs",
                        "to that of " + first(comparison),
                        "from to",
                        "requests/s",
                        "CPU µs per request",
                        "bytes allocated per request"),
                cells,
                Plots.bars(
                        workload.title(),
                        "p99, that of " + first(comparison) + " in the same round = 1",
                        names,
                        ratios),
                comparison.raw());
    }

    private static Chapter rates(Comparison comparison) {
        Workload workload = comparison.workload();
        List<List<String>> cells = new ArrayList<>();
        List<Row> rows = comparison.rows();
        for (Row row : rows) {
            cells.add(List.of(
                    row.contestant(),
                    Figures.text(row.ratio().median()),
                    Figures.limits(row.ratio()),
                    Figures.text(row.rate().median()),
                    Figures.text(row.cpuMicros()),
                    Figures.text(row.cpuToCurl().median()),
                    Figures.text(row.bytes()),
                    mib(row.peakKib()),
                    count(row.threads())));
        }
        String unit = rows.isEmpty() ? "requests/s" : rows.get(0).unit();
        String plot = Plots.bars(
                workload.title(),
                "rate, that of " + first(comparison) + " in the same round = 1",
                rows.stream().map(Row::contestant).toList(),
                rows.stream().map(Row::ratio).toList());
        return new Chapter(
                workload.id(),
                workload.title(),
                note(comparison),
                List.of(
                        "contestant",
                        "ratio to " + first(comparison),
                        "from to",
                        unit,
                        "CPU µs per request",
                        "CPU to libcurl",
                        "bytes allocated per request",
                        "peak RSS, MiB",
                        "threads"),
                cells,
                plot,
                comparison.raw());
    }

    private static Chapter waves(Comparison comparison) {
        Workload workload = comparison.workload();
        List<List<String>> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Spread> memory = new ArrayList<>();
        for (Row row : comparison.rows()) {
            List<Sample> waves = comparison.samples(contestant(row));
            cells.add(List.of(
                    row.contestant(),
                    seconds(waves, 0),
                    seconds(waves, 1),
                    Figures.text(row.cpuMicros()),
                    Figures.text(row.bytes()),
                    mib(row.peakKib()),
                    count(row.threads())));
            names.add(row.contestant());
            memory.add(Spread.of((double) row.peakKib() / KIB_PER_MIB));
        }
        return new Chapter(
                workload.id(),
                workload.title(),
                note(comparison),
                List.of(
                        "contestant",
                        "first wave, s",
                        "second wave, s",
                        "CPU µs per request",
                        "bytes allocated per request",
                        "peak RSS, MiB",
                        "threads"),
                cells,
                Plots.bars(workload.title(), "peak of resident memory, MiB", names, memory),
                comparison.raw());
    }

    private static Contestant contestant(Row row) {
        return Contestant.ALL.stream()
                .filter(c -> c.title().equals(row.contestant()))
                .findFirst()
                .orElseThrow();
    }

    private static String seconds(List<Sample> waves, int wave) {
        return wave < waves.size() ? Figures.text(waves.get(wave).nanos() / 1e9) : "";
    }

    private static String mib(long kib) {
        return kib < 0 ? "" : Figures.text((double) kib / KIB_PER_MIB);
    }

    private static String count(long value) {
        return value < 0 ? "" : Long.toString(value);
    }
}
