package io.github.wininet4j.bench.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads time, processor time and allocation of this process. */
public final class Meter {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long nanos = System.nanoTime();
    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long allocated = allocatedBytes();

    /** Begins to measure. */
    public Meter() {}

    /**
     * Ends.
     *
     * @param operations what was done in between
     * @param latencies the times of the single requests, if they were taken
     * @return the sample
     */
    Sample stop(long operations, Latencies latencies) {
        long time = System.nanoTime() - nanos;
        return new Sample(
                operations,
                time,
                SYSTEM.getProcessCpuTime() - cpu,
                allocatedBytes() - allocated,
                latencies.percentile(0.50),
                latencies.percentile(0.99));
    }

    /** Java 21 counts threads that have ended; before, only living ones can be summed up. */
    private static long allocatedBytes() {
        try {
            return (long) com.sun.management.ThreadMXBean.class
                    .getMethod("getTotalThreadAllocatedBytes")
                    .invoke(THREADS);
        } catch (ReflectiveOperationException e) {
            long sum = 0;
            for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
                sum += Math.max(0, bytes);
            }
            return sum;
        }
    }

    /**
     * Reads a line of {@code /proc/self/status}.
     *
     * @param key its name, such as {@code VmHWM}
     * @return the number, or -1 where there is no such file or line
     */
    public static long status(String key) {
        Path file = Path.of("/proc/self/status");
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : java.util.List.<String>of()) {
                if (line.startsWith(key + ":")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return -1;
    }
}
