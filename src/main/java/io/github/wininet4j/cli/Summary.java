package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end of a run. */
final class Summary {
    private Summary() {}

    /**
     * Puts the results into a table with a line of totals.
     *
     * @param results all results
     * @param failuresOnly whether to leave out the rows of requests that succeeded
     * @param nanos how long the run took
     * @return the lines
     */
    static List<String> lines(List<TransferResult> results, boolean failuresOnly, long nanos) {
        TextTable table = new TextTable(true, true, true, true, false, false);
        table.row("#", "status", "bytes", "time", "error", "url");
        long bytes = 0;
        int succeeded = 0;
        int rows = 0;
        for (TransferResult result : results) {
            bytes += result.bytes();
            succeeded += result.succeeded() ? 1 : 0;
            if (!failuresOnly || !result.succeeded()) {
                rows++;
                table.row(
                        Integer.toString(result.number()),
                        result.status() == 0 ? "-" : Integer.toString(result.status()),
                        Long.toString(result.bytes()),
                        result.seconds(),
                        result.error().isEmpty() ? "-" : Printable.of(result.error()),
                        Printable.of(result.url()));
            }
        }
        List<String> lines = new ArrayList<>(rows == 0 ? List.of() : table.lines());
        lines.add(String.format(
                Locale.ROOT,
                "%d of %d succeeded, %s in %.3f s",
                succeeded,
                results.size(),
                Progress.size(bytes),
                nanos / 1e9));
        return lines;
    }
}
