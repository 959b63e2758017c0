package io.github.wininet4j.bench;

import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Figures;
import io.github.wininet4j.bench.report.Plots;
import io.github.wininet4j.bench.report.Series;
import io.github.wininet4j.bench.work.Curves;
import io.github.wininet4j.bench.work.Length;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs {@link Curves} and makes its table and plot. */
final class CurvesChapter {
    private static final Map<String, String> NAMES = Map.of(
            "handles", "µs per request by open handles",
            "hosts", "µs per request by pooled hosts",
            "options", "µs per request by handles with an option set",
            "cookies", "µs per request by cookies in the jar",
            "bytes-per-handle", "heap bytes per idle request handle",
            "bytes-per-connection", "heap bytes per idle connection",
            "native-per-connection", "resident bytes outside the heap per idle connection");

    private CurvesChapter() {}

    static Chapter run(Stage stage, Settings settings) throws IOException {
        boolean quick = settings.length == Length.QUICK;
        // The heap as large as it may get, and touched: see Curves.
        List<String> options = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
        String port = Integer.toString(stage.plainPort());
        Process process = new ProcessBuilder(
                        stage.java(options, Curves.class, port, quick ? "7" : "21", quick ? "100" : "500"))
                .redirectError(stage.log().toFile())
                .start();
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                double[] point = {Double.parseDouble(words[2]), Double.parseDouble(words[3])};
                points.computeIfAbsent(words[1], k -> new ArrayList<>()).add(point);
                rows.add(List.of(NAMES.get(words[1]), words[2], Figures.text(point[1])));
            }
        } finally {
            process.destroy();
        }
        List<Series> curves = points.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> new Series(NAMES.get(e.getKey()), e.getValue()))
                .toList();
        return new Chapter(
                "curves",
                "Growth and memory of the engine",
                "Sequential GET of 128 B. Flat curves are the aim.",
                List.of("what", "how many", "value"),
                rows,
                curves.isEmpty() ? null : Plots.curves("Cost of a request", "how many", "µs", curves));
    }
}
