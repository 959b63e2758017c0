package io.github.wininet4j.bench.work;

/**
 * What one turn of a contestant took.
 *
 * @param operations how many requests
 * @param nanos time
 * @param cpuNanos processor time of the process
 * @param allocated bytes allocated by all threads, or -1 if unknown
 */
public record Sample(long operations, long nanos, long cpuNanos, long allocated) {
    /**
     * Reads the line that a contestant's process prints.
     *
     * @param line {@code DONE operations nanos cpuNanos allocated}
     * @return the sample
     */
    public static Sample parse(String line) {
        String[] words = line.trim().split(" ");
        if (words.length != 5 || !words[0].equals("DONE")) {
            throw new IllegalStateException("not a sample: " + line);
        }
        return new Sample(
                Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
    }

    /** Returns the line for {@link #parse}. */
    public String line() {
        return "DONE " + operations + " " + nanos + " " + cpuNanos + " " + allocated;
    }

    /**
     * Adds another turn of the same contestant.
     *
     * @param other the other
     * @return both
     */
    public Sample plus(Sample other) {
        return new Sample(
                operations + other.operations,
                nanos + other.nanos,
                cpuNanos + other.cpuNanos,
                allocated < 0 ? -1 : allocated + other.allocated);
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
