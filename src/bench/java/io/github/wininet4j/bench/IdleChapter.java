package io.github.wininet4j.bench;

import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Figures;
import io.github.wininet4j.bench.report.Plots;
import io.github.wininet4j.bench.report.Spread;
import io.github.wininet4j.bench.work.IdleConnections;
import io.github.wininet4j.bench.work.Length;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs {@link IdleConnections} for each that keeps connections and makes a table and a plot. */
final class IdleChapter {
    private static final List<String> CONTESTANTS = List.of("floor", "engine", "netty", "apache");
    private static final int CONNECTIONS = 4_000;
    private static final int RUNS = 3;
    private static final double KB = 1_000;

    private IdleChapter() {}

    static Chapter run(Stage stage, Settings settings) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Spread> sums = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (String id : CONTESTANTS) {
            if (!settings.contestants.isEmpty() && !settings.contestants.contains(id)) {
                continue;
            }
            List<long[]> figures = new ArrayList<>();
            for (int i = 0; i < (settings.length == Length.QUICK ? 1 : RUNS); i++) {
                figures.addAll(measure(stage, id));
            }
            String title = Contestant.named(id).title();
            if (figures.isEmpty()) {
                failures.add(title + " failed");
                continue;
            }
            Spread sum = spread(figures, f -> f[1] + f[2]);
            rows.add(List.of(
                    title,
                    Figures.text(spread(figures, f -> f[0]).median() * KB),
                    Figures.text(spread(figures, f -> f[1]).median()),
                    Figures.text(spread(figures, f -> f[2]).median()),
                    Figures.text(sum.median()),
                    Figures.limits(sum)));
            names.add(title);
            sums.add(sum);
        }
        return new Chapter(
                "idle",
                "Memory of connections that are kept and not used",
                "Aim: 10 kB. Opened at once by asynchronous requests after a warm-up, and measured after garbage"
                        + " collections. Resident memory grew by what is not in the heap, which is resident from the"
                        + " start. The system's own memory for sockets does not count. " + String.join("; ", failures),
                List.of(
                        "contestant",
                        "connections",
                        "heap, kB each",
                        "outside the heap, kB each",
                        "sum, kB",
                        "from to"),
                rows,
                names.isEmpty() ? null : Plots.bars("Memory of an idle connection", "kB", names, sums));
    }

    private static List<long[]> measure(Stage stage, String id) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(Contestant.named(id).jvm());
        Process process = new ProcessBuilder(stage.java(
                        options,
                        IdleConnections.class,
                        id,
                        Integer.toString(stage.slowPort()),
                        Integer.toString(CONNECTIONS)))
                .redirectError(ProcessBuilder.Redirect.appendTo(stage.log().toFile()))
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            return out.lines()
                    .filter(line -> line.startsWith("IDLE "))
                    .map(IdleChapter::figures)
                    .toList();
        } finally {
            process.destroy();
        }
    }

    private static long[] figures(String line) {
        String[] words = line.split(" ");
        return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])};
    }

    private static Spread spread(List<long[]> figures, ToDoubleFunction<long[]> figure) {
        return Spread.of(
                figures.stream().mapToDouble(f -> figure.applyAsDouble(f) / KB).toArray());
    }
}
