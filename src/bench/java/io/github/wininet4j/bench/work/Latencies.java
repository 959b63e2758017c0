package io.github.wininet4j.bench.work;

import java.util.Arrays;

/** Counts times in classes that are less than one percent wide. Allocates nothing while it counts. */
final class Latencies {
    /** Nothing was timed. */
    static final long UNKNOWN = -1;

    private static final int DETAIL_BITS = 7;
    private static final int DETAIL = 1 << DETAIL_BITS;

    private final long[] counts = new long[(Long.SIZE - DETAIL_BITS) << DETAIL_BITS];

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(long nanos) {
        counts[index(Math.max(0, nanos))]++;
    }

    void add(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** A value of as many leading bits as the detail has, and how far it was shifted. */
    private static int index(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - DETAIL_BITS);
        return (shift << DETAIL_BITS) + (int) (nanos >>> shift);
    }

    /** Returns the time in nanoseconds that a share of all stay within, or -1 if there are none. */
    long percentile(double share) {
        long left = (long) Math.ceil(Arrays.stream(counts).sum() * share);
        if (left == 0) {
            return UNKNOWN;
        }
        int at = 0;
        while ((left -= counts[at]) > 0) {
            at++;
        }
        return (long) (at & DETAIL - 1) << (at >> DETAIL_BITS);
    }
}
