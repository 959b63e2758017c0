package io.github.wininet4j.bench.hot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Reads a flight recording and lists where processor time and memory were spent. */
public final class HotSpots {
    private static final int ROWS = 20;
    private static final String OURS = "io.github.wininet4j";
    private static final String BENCH = OURS + ".bench";

    /** Weight by place; one table per question. */
    private final Map<String, Map<String, Long>> tables = new HashMap<>();

    private HotSpots() {}

    /**
     * Prints the hottest places of a recording.
     *
     * @param recording the file
     * @param out where to
     * @throws IOException if the file cannot be read
     */
    public static void print(Path recording, PrintStream out) throws IOException {
        HotSpots spots = new HotSpots();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                spots.take(file.readEvent());
            }
        }
        // CPU time samples are the better ones, where the JVM has them.
        String kind = spots.tables.containsKey("cpu") ? "" : "sampled ";
        spots.print("CPU, top frame (samples)", kind + "cpu", out);
        spots.print("CPU, first frame of wininet4j (samples)", kind + "cpu ours", out);
        spots.print("In native code, waiting included (samples)", "native", out);
        spots.print("Allocation by class (sampled bytes)", "class", out);
        spots.print("Allocation, top frame (sampled bytes)", "alloc", out);
        spots.print("Allocation, first frame of wininet4j, with class (sampled bytes)", "alloc ours", out);
    }

    private void take(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null || stack.getFrames().isEmpty()) {
            return;
        }
        List<RecordedFrame> frames = stack.getFrames();
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> cpu("sampled ", frames);
            case "jdk.CPUTimeSample" -> cpu("", frames);
            case "jdk.NativeMethodSample" -> add("native", place(frames.get(0)), 1);
            case "jdk.ObjectAllocationSample" -> {
                long weight = event.getLong("weight");
                String type = event.getClass("objectClass").getName();
                add("class", type, weight);
                add("alloc", place(frames.get(0)), weight);
                add("alloc ours", first(frames) + "  " + type, weight);
            }
            default -> {
                // Other events do not matter here.
            }
        }
    }

    private void cpu(String kind, List<RecordedFrame> frames) {
        add(kind + "cpu", place(frames.get(0)), 1);
        add(kind + "cpu ours", first(frames), 1);
    }

    private void add(String table, String place, long weight) {
        tables.computeIfAbsent(table, k -> new HashMap<>()).merge(place, weight, Long::sum);
    }

    private static String first(List<RecordedFrame> frames) {
        Predicate<RecordedFrame> ours = frame -> {
            String name = frame.getMethod().getType().getName();
            return name.startsWith(OURS) && !name.startsWith(BENCH);
        };
        return frames.stream().filter(ours).findFirst().map(HotSpots::place).orElse("(none)");
    }

    private static String place(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName().replace(OURS + ".", "");
        return type + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
    }

    private void print(String title, String table, PrintStream out) {
        Map<String, Long> weights = tables.getOrDefault(table, Map.of());
        long sum = weights.values().stream().mapToLong(Long::longValue).sum();
        out.println();
        out.println("### " + title + ", " + sum + " in all");
        weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(ROWS)
                .forEach(e -> out.printf(Locale.ROOT, "%5.1f %%  %s%n", 100.0 * e.getValue() / sum, e.getKey()));
    }
}
