package io.github.wininet4j.nativelib.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of {@code differences.tsv}: why lines of a scenario differ.
 *
 * @param scenario its name, or {@code *} for all
 * @param line {@code -} and a line of Wine or {@code +} and a line of this library; {@code *} in it stands for
 *     anything; {@code ?} before it: may be missing, as whether it comes is up to the network
 * @param rule the rule that decides, or {@code no rule} or {@code not built}
 * @param reason what the rule says, or why this library does as it does
 */
record Explanation(String scenario, String line, String rule, String reason) {
    private static final int CELLS = 4;

    static List<Explanation> read(Path table) {
        try (var lines = Files.lines(table)) {
            return lines.filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .map(Explanation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Explanation parse(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != CELLS || List.of(cells).contains("")) {
            throw new AssertionError("not " + CELLS + " filled cells: " + row);
        }
        return new Explanation(cells[0], cells[1], cells[2], cells[3]);
    }

    /** Returns whether the difference may be absent. */
    boolean isOptional() {
        return line.startsWith("?");
    }

    boolean covers(String ofScenario, String difference) {
        return (scenario.equals("*") || scenario.equals(ofScenario))
                && matches(isOptional() ? line.substring(1) : line, difference);
    }

    private static boolean matches(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        String last = parts[parts.length - 1];
        if (!text.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
