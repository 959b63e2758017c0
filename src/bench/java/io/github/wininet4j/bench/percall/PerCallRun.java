package io.github.wininet4j.bench.percall;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Figures;
import io.github.wininet4j.bench.report.Plots;
import io.github.wininet4j.bench.report.Spread;
import io.github.wininet4j.bench.work.Length;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link PerCall}. */
public final class PerCallRun {
    private static final List<String> BACK_ENDS = List.of("engine", "native");

    private PerCallRun() {}

    /**
     * Runs all of it.
     *
     * @param length how long
     * @param port the port of a server that has {@code /b128}
     * @param log where JMH's own output goes
     * @return the results
     * @throws RunnerException if JMH fails
     */
    public static Chapter run(Length length, int port, Path log) throws RunnerException {
        boolean quick = length == Length.QUICK;
        TimeValue time = TimeValue.milliseconds(quick ? 500 : 1000);
        OptionsBuilder options = new OptionsBuilder();
        options.include(PerCall.class.getName() + "\\.")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(time)
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .param("backEnd", backEnds())
                .jvmArgsAppend("-Dbench.port=" + port, "-Xmx1g", "--enable-native-access=ALL-UNNAMED")
                .shouldFailOnError(true)
                .output(log.toString());
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Spread> times = new ArrayList<>();
        for (RunResult run : new Runner(options.build()).run()) {
            Result<?> primary = run.getPrimaryResult();
            Spread nanos = new Spread(
                    primary.getScore(),
                    primary.getStatistics().getMin(),
                    primary.getStatistics().getMax());
            double bytes = run.getSecondaryResults().entrySet().stream()
                    .filter(e -> e.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(e -> e.getValue().getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            String backEnd = run.getParams().getParam("backEnd");
            names.add(primary.getLabel() + ", " + backEnd);
            times.add(nanos);
            rows.add(List.of(
                    primary.getLabel(),
                    backEnd,
                    Figures.text(nanos.median()),
                    Figures.limits(nanos),
                    Figures.text(bytes)));
        }
        return new Chapter(
                "percall",
                "Single calls",
                "JMH, average time. One million handles opened and closed take as many milliseconds as one takes"
                        + " nanoseconds.",
                List.of("call", "back end", "ns", "from to", "bytes allocated"),
                rows,
                Plots.bars("Single calls", "ns per call", names, times));
    }

    /** Those that this machine has. */
    private static String[] backEnds() {
        return BACK_ENDS.stream().filter(WinInets.available()::contains).toArray(String[]::new);
    }
}
