package io.github.wininet4j.bench.report;

import java.util.Arrays;

/**
 * The middle of some figures and how far they lie apart.
 *
 * @param median the median
 * @param min the least
 * @param max the greatest
 */
public record Spread(double median, double min, double max) {
    /**
     * Sums figures up.
     *
     * @param figures the figures; NaN for unknown ones, which do not count
     * @return median and limits, all NaN if there are none
     */
    public static Spread of(double... figures) {
        double[] sorted =
                Arrays.stream(figures).filter(f -> !Double.isNaN(f)).sorted().toArray();
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
