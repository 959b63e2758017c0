package io.github.wininet4j.bench;

import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.hot.HotSpots;
import io.github.wininet4j.bench.report.Chapter;
import io.github.wininet4j.bench.report.Folder;
import io.github.wininet4j.bench.work.Contender;
import io.github.wininet4j.bench.work.Sample;
import io.github.wininet4j.bench.work.Workload;
import io.github.wininet4j.bench.work.Workloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the benchmarks and writes their results. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param args see {@link Settings#USAGE}
     * @throws Exception if something other than a contestant fails
     */
    public static void main(String[] args) throws Exception {
        Settings settings;
        try {
            settings = Settings.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + "\n" + Settings.USAGE);
            System.exit(2);
            return;
        }
        Files.createDirectories(settings.out);
        try (Stage stage = new Stage(settings)) {
            if (settings.alone.isEmpty()) {
                compare(stage, settings);
            } else {
                alone(stage, settings);
            }
        }
    }

    private static void compare(Stage stage, Settings settings) throws Exception {
        List<Chapter> chapters = new ArrayList<>();
        String preface = Preface.text(settings);
        for (Part part : Part.ALL) {
            if (settings.wants(part)) {
                System.out.println(part.id());
                chapters.add(part.run(stage, settings));
                // After each part, so that a run that is broken off leaves what it has.
                new Folder(settings.out, preface).write(chapters, true);
            }
        }
        if (settings.publish) {
            new Folder(Path.of("src", "bench"), preface).write(chapters, false);
        }
        System.out.println(Files.readString(settings.out.resolve("RESULTS.md")));
    }

    private static void alone(Stage stage, Settings settings) throws Exception {
        Workload workload = Workloads.named(settings.alone.get(1));
        Contestant contestant = Contestant.named(settings.alone.get(0));
        long seconds = Long.parseLong(settings.alone.get(2));
        Path recording = settings.out.resolve(contestant.id() + "-" + workload.id() + ".jfr");
        long warmUp = workload.kind() == Workload.Kind.WAVE ? 0 : settings.warmUpMillis();
        List<String> jvm = settings.flightRecording ? List.of(recordingOption(recording, warmUp)) : List.of();
        try (Contender contender = stage.start(contestant, workload, jvm).orElseThrow()) {
            System.out.println("process " + contender.pid() + " runs for " + seconds + " s");
            if (warmUp > 0) {
                contender.run(warmUp);
            }
            boolean waves = workload.kind() == Workload.Kind.WAVE;
            for (long turn = 0; turn < (waves ? seconds / 2 : 1); turn++) {
                Sample sample = contender.run(waves ? 0 : seconds * 1000);
                System.out.printf(
                        Locale.ROOT,
                        "%.0f requests/s, %.1f CPU µs and %.0f bytes per request%n",
                        sample.rate(),
                        sample.cpuMicros(),
                        sample.bytes());
            }
            long[] end = contender.end();
            System.out.println("peak RSS " + end[0] / 1024 + " MiB, " + end[1] + " threads");
        }
        if (settings.flightRecording) {
            HotSpots.print(recording, System.out);
        }
    }

    private static String recordingOption(Path recording, long delayMillis) {
        String option = "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + recording;
        if (delayMillis >= 1000) {
            option += ",delay=" + delayMillis / 1000 + "s";
        }
        // Counts native code too, and no thread that waits; Linux only, ignored elsewhere.
        return Runtime.version().feature() >= 25
                ? option + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=500/s"
                : option;
    }
}
