package io.github.wininet4j.nativelib.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.cli.conformance.ConformanceRun;
import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The behaviours of the conformance command on Wine's wininet.dll: {@code native-stubs/wine/conformance.tsv} has a row
 * for each behaviour that does not hold there, with what Wine does instead.
 */
final class WineConformanceTest {
    private static final Path TABLE = WineRig.SOURCES.resolve("conformance.tsv");
    private static final Pattern OUTCOME = Pattern.compile("(?m)^(PASS|FAIL)  (.*)  \\(R-[^()]*\\)$");
    private static final int FEWEST_CASES = 130;

    /** What is done with a behaviour that does not hold. */
    private enum State {
        RED,
        VARIES,
        LEFT_OUT
    }

    /** A behaviour that does not hold, and why. */
    private record Row(String title, State state, String reason) {
        static Row parse(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3 || List.of(cells).contains("")) {
                throw new AssertionError("not three filled cells: " + line);
            }
            return new Row(
                    cells[0], State.valueOf(cells[1].toUpperCase(Locale.ROOT).replace(' ', '_')), cells[2]);
        }
    }

    @Test
    void conformance_onWine_failsOnlyAsExplained() throws Exception {
        assumeTrue(Runtime.version().feature() == 17, "the library of Wine is tried on the oldest Java only");
        WineRig.require();
        Map<String, Row> table = table();

        Map<String, String> outcomes = run(table);
        if (!surprises(table, outcomes).isEmpty()) {
            // Wine's threads race: what one run alone shows is no result.
            Map<String, String> again = run(table);
            outcomes.replaceAll((title, outcome) -> isExpected(table.get(title), outcome) ? outcome : again.get(title));
        }

        assertThat(outcomes).hasSizeGreaterThan(FEWEST_CASES);
        assertThat(surprises(table, outcomes))
                .as("results without a row in " + TABLE)
                .isEmpty();
        assertThat(ConformanceRun.titles()).as("behaviours in " + TABLE).containsAll(table.keySet());
    }

    private static List<String> surprises(Map<String, Row> table, Map<String, String> outcomes) {
        return outcomes.entrySet().stream()
                .filter(each -> !isExpected(table.get(each.getKey()), each.getValue()))
                .map(each -> each.getValue() + " " + each.getKey())
                .toList();
    }

    private static boolean isExpected(Row row, String outcome) {
        return row == null ? "PASS".equals(outcome) : row.state() == State.VARIES || "FAIL".equals(outcome);
    }

    /** PASS or FAIL by title. */
    private static Map<String, String> run(Map<String, Row> table) throws IOException {
        String[] leftOut = table.values().stream()
                .filter(row -> row.state() == State.LEFT_OUT)
                .map(Row::title)
                .toArray(String[]::new);
        Ran ran = run(leftOut);
        if (ran.exitCode() == WineRig.HUNG) {
            ran = run(leftOut);
        }
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = OUTCOME.matcher(ran.output());
        while (matcher.find()) {
            found.put(matcher.group(2), matcher.group(1));
        }
        assertThat(ran.output()).as(ran.errors()).contains(" behaviours hold, ");
        return found;
    }

    private static Ran run(String[] leftOut) throws IOException {
        Path temporary = Folders.make("wine");
        try {
            return WineRig.java(
                    List.of("-Djava.io.tmpdir=" + temporary, "-Dwininet4j.directory=" + temporary),
                    ConformanceRun.class.getName(),
                    leftOut);
        } finally {
            Folders.delete(temporary);
        }
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                Row row = Row.parse(line);
                assertThat(rows.put(row.title(), row)).as(row.title()).isNull();
            }
        }
        return rows;
    }
}
