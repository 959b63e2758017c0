package io.github.wininet4j.bench;

import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Figures;
import io.github.wininet4j.bench.report.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures how long the sample takes from the start of its JVM to the end. */
final class StartUpChapter {
    private static final Path JAR = Path.of("target", "wininet4j.jar");

    private StartUpChapter() {}

    static Chapter run(Stage stage, Settings settings) throws IOException, InterruptedException {
        double[] millis = new double[Files.exists(JAR) ? settings.length.rounds() + 2 : 0];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            int code = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            JAR.toString(),
                            "asynchttp")
                    .redirectErrorStream(true)
                    .redirectOutput(stage.folder().resolve("sample.log").toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("the sample ended with " + code);
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Spread spread = Spread.of(millis);
        return new Chapter(
                "startup",
                "The sample from start to end",
                millis.length == 0
                        ? "Not measured: there is no " + JAR + "."
                        : "`java -jar target/wininet4j.jar asynchttp`, its own server included.",
                List.of("what", "ms", "from to"),
                List.of(List.of("asynchttp", Figures.text(spread.median()), Figures.limits(spread))),
                null);
    }
}
