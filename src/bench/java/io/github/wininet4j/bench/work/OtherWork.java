package io.github.wininet4j.bench.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a machine does besides the benchmark: the processor time of processes that this one has not started, and what
 * the machine below a virtual one takes away. Zero where the system has no {@code /proc}.
 */
public final class OtherWork {
    private static final Path SYSTEM = Path.of("/proc/stat");
    private static final Pattern SPACE = Pattern.compile(" +");
    /** Ticks of the processors that are counted here, which is a constant of the interface. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 1;
    private static final int NICE = 2;
    private static final int KERNEL = 3;
    private static final int STOLEN = 8;
    // Counted from the end of the name, which may have spaces.
    private static final int OWN_USER = 12;
    private static final int OWN_KERNEL = 13;

    private final long begin = System.nanoTime();
    private final long all = all();
    private final long own = own();

    private OtherWork() {}

    /** Begins to measure. */
    public static OtherWork begin() {
        return new OtherWork();
    }

    /** Returns how many processors it took since the beginning, on average; what ended meanwhile counts as other. */
    public double processors() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return Math.max(0, all() - all - (own() - own)) / TICKS_PER_SECOND / seconds;
    }

    private static long all() {
        String[] counts = SPACE.split(read(SYSTEM).lines().findFirst().orElse(""));
        return counts.length <= STOLEN
                ? 0
                : Stream.of(USER, NICE, KERNEL, STOLEN)
                        .mapToLong(at -> Long.parseLong(counts[at]))
                        .sum();
    }

    private static long own() {
        Set<Long> processes =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        processes.add(ProcessHandle.current().pid());
        return processes.stream().mapToLong(OtherWork::ticks).sum();
    }

    private static long ticks(long process) {
        String text = read(Path.of("/proc", Long.toString(process), "stat"));
        String[] counts = SPACE.split(text.substring(text.lastIndexOf(')') + 1));
        return counts.length <= OWN_KERNEL ? 0 : Long.parseLong(counts[OWN_USER]) + Long.parseLong(counts[OWN_KERNEL]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
