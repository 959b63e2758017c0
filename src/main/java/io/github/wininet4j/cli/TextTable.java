package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns as wide as their widest cell; the last column is not padded. */
final class TextTable {
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Creates an empty table.
     *
     * @param right for each column, whether its cells stand at the right, as numbers do
     */
    TextTable(boolean... right) {
        this.right = right.clone();
    }

    /** Adds a row with one cell for each column. */
    void row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
        }
        rows.add(List.of(cells));
    }

    /** Returns the lines. */
    List<String> lines() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                if (i > 0) {
                    line.append("  ");
                }
                if (right[i]) {
                    line.append(" ".repeat(widths[i] - cell.length())).append(cell);
                } else {
                    line.append(i == widths.length - 1 ? cell : padded(cell, widths[i]));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Fills a text up with spaces at its end. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
