package io.github.wininet4j.bench.report;

import java.util.List;

/**
 * One part of the results: a table, and a plot if there is something to see.
 *
 * @param id short name, also of the plot's file
 * @param title the heading
 * @param note a sentence or two below the heading, or empty
 * @param columns the heads of the columns
 * @param rows the cells of each row
 * @param plot the plot as SVG, or null
 * @param raw what was measured, each a JSON object, or empty if the rows hold it all
 */
public record Chapter(
        String id,
        String title,
        String note,
        List<String> columns,
        List<List<String>> rows,
        String plot,
        List<String> raw) {
    /**
     * Makes one whose rows hold all that was measured.
     *
     * @param id short name
     * @param title the heading
     * @param note a sentence or two, or empty
     * @param columns the heads of the columns
     * @param rows the cells of each row
     * @param plot the plot as SVG, or null
     */
    public Chapter(String id, String title, String note, List<String> columns, List<List<String>> rows, String plot) {
        this(id, title, note, columns, rows, plot, List.of());
    }
}
