package io.github.wininet4j.bench.report;

import java.util.Locale;

/** Writes figures with as many digits as they are worth. */
public final class Figures {
    private Figures() {}

    /**
     * Writes a figure with three digits or, if it is large, as a whole number with separators.
     *
     * @param value the figure
     * @return its text, empty for NaN
     */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    /**
     * Writes the limits of a spread.
     *
     * @param spread the spread
     * @return "least to greatest", empty for NaN
     */
    public static String limits(Spread spread) {
        return Double.isNaN(spread.median()) ? "" : text(spread.min()) + " to " + text(spread.max());
    }
}
