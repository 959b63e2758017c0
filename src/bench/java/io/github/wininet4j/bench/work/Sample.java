package io.github.wininet4j.bench.work;

import java.util.Arrays;

/**
 * What one turn of a contestant took.
 *
 * @param operations how many requests
 * @param nanos time
 * @param cpuNanos processor time of the process
 * @param allocated bytes allocated by all threads, or -1 if unknown
 * @param p50 the time in nanoseconds that half of the requests stay within, or -1 if they were not timed
 * @param p99 the time in nanoseconds that 99 of 100 requests stay within, or -1
 */
public record Sample(long operations, long nanos, long cpuNanos, long allocated, long p50, long p99) {
    /**
     * Reads the line that a contestant's process prints.
     *
     * @param line {@code DONE operations nanos cpuNanos allocated}, and {@code p50 p99} if requests were timed
     * @return the sample
     */
    public static Sample parse(String line) {
        String[] words = line.trim().split(" ");
        if (words.length != 5 && words.length != 7 || !words[0].equals("DONE")) {
            throw new IllegalStateException("not a sample: " + line);
        }
        long[] figures = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
        boolean timed = figures.length > 4;
        return new Sample(
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                timed ? figures[4] : Latencies.UNKNOWN,
                timed ? figures[5] : Latencies.UNKNOWN);
    }

    /** Returns the line for {@link #parse}. */
    public String line() {
        return "DONE " + operations + " " + nanos + " " + cpuNanos + " " + allocated + " " + p50 + " " + p99;
    }

    /**
     * Adds another turn of the same contestant; of percentiles the larger one counts.
     *
     * @param other the other
     * @return both
     */
    public Sample plus(Sample other) {
        return new Sample(
                operations + other.operations,
                nanos + other.nanos,
                cpuNanos + other.cpuNanos,
                allocated < 0 ? -1 : allocated + other.allocated,
                Math.max(p50, other.p50),
                Math.max(p99, other.p99));
    }

    /** Returns operations per second. */
    public double rate() {
        return operations * 1e9 / nanos;
    }

    /** Returns processor time per operation, in microseconds. */
    public double cpuMicros() {
        return cpuNanos / 1e3 / operations;
    }

    /** Returns allocation per operation, in bytes, or NaN if unknown. */
    public double bytes() {
        return allocated < 0 ? Double.NaN : (double) allocated / operations;
    }
}
