package io.github.wininet4j.nativelib.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract tests on Wine's wininet.dll through the binding: what others wrote meets the binding's calls, callbacks
 * and structures. Wine is no authority where a rule says otherwise; {@code native-stubs/wine/contract.tsv} has a row
 * for each test that does not pass.
 */
final class WineContractTest {
    private static final Path TABLE = WineRig.SOURCES.resolve("contract.tsv");
    private static final String PACKAGE = "io.github.wininet4j.contract.";

    /** For a test that passes; one that hangs is not run at all. */
    private static final String BOUND = "90 s";

    private static final int MOST_PROCESSES = 6;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void contractTests_onWine_failOnlyAsExplained() throws Exception {
        assumeTrue(Runtime.version().feature() == 17, "the library of Wine is tried on the oldest Java only");
        WineRig.require();
        List<ExpectedOutcome> table = ExpectedOutcome.read(TABLE);

        Map<String, TestOutcome> outcomes = run(table);

        count(outcomes);
        Map<String, String> surprises = surprises(table, outcomes);
        if (!surprises.isEmpty()) {
            // Wine's threads race: what one run alone shows is no result.
            surprises.keySet().retainAll(surprises(table, run(table)).keySet());
        }
        assertThat(surprises.values()).as("results without a row in " + TABLE).isEmpty();
        assertThat(table)
                .as("rows of " + TABLE + " whose test is gone")
                .filteredOn(row -> !exists(row, outcomes))
                .isEmpty();
        assertThat(table)
                .as("classes of " + TABLE + " whose tests were all skipped")
                .filteredOn(row -> !row.test().contains("#") && !isRun(row.test(), outcomes))
                .isEmpty();
    }

    /** What differs from the table, by test. */
    private static Map<String, String> surprises(List<ExpectedOutcome> table, Map<String, TestOutcome> outcomes) {
        Map<String, String> surprises = new TreeMap<>();
        for (TestOutcome outcome : outcomes.values()) {
            List<ExpectedOutcome> rows =
                    table.stream().filter(row -> row.covers(outcome.test())).toList();
            if (rows.stream().anyMatch(row -> row.state() == ExpectedOutcome.State.VARIES)) {
                continue;
            }
            boolean expected = !rows.isEmpty();
            if (outcome.state() == TestOutcome.State.RED && !expected && !isRace(outcome)) {
                surprises.put(outcome.test(), outcome.line());
            } else if (outcome.state() == TestOutcome.State.GREEN && expected) {
                surprises.put(outcome.test(), "passes now: " + outcome.test());
            }
        }
        return surprises;
    }

    /** Wine calls back for one handle on two threads at a time; whether they meet is up to the machine. */
    private static boolean isRace(TestOutcome outcome) {
        return outcome.why().contains("came while the callback was still in");
    }

    /**
     * Runs the tests. Wine's own threads can step on an address that is gone, or hang: then another process goes on
     * after the test that has brought the first one down, which is tried once more.
     */
    private static Map<String, TestOutcome> run(List<ExpectedOutcome> table) throws IOException {
        Path results = WineRig.FOLDER.resolve("contract-results.tsv");
        Files.deleteIfExists(results);
        List<String> leftOut = new ArrayList<>(table.stream()
                .filter(row -> row.state() == ExpectedOutcome.State.LEFT_OUT)
                .map(ExpectedOutcome::test)
                .toList());
        Set<String> lethal = new HashSet<>();
        Ran ran = null;
        for (int process = 0; process < MOST_PROCESSES; process++) {
            ran = run(results, table, leftOut);
            List<String> lines = Files.exists(results) ? Files.readAllLines(results) : List.of();
            if (lines.contains(TestOutcome.END)) {
                return TestOutcome.read(lines);
            }
            List<String> started = TestOutcome.startedMethods(lines);
            if (!started.isEmpty()) {
                String last = started.get(started.size() - 1);
                System.out.println("Wine's wininet.dll has not survived " + last + ", exit code " + ran.exitCode());
                if (lethal.add(last)) {
                    started.remove(last);
                }
            }
            leftOut.addAll(started);
        }
        throw new AssertionError("the library of Wine has brought down each process, the last with " + ran);
    }

    private static Ran run(Path results, List<ExpectedOutcome> table, List<String> leftOut) throws IOException {
        Path file = WineRig.FOLDER.resolve("left-out.txt");
        Files.write(file, leftOut);
        List<String> arguments = new ArrayList<>(List.of(results.toString(), file.toString()));
        table.stream().filter(row -> !row.test().contains("#")).forEach(row -> arguments.add(PACKAGE + row.test()));
        arguments.add("io.github.wininet4j.nativelib.ForeignCertificates");
        // Folders and proxies of the tests' user play no part.
        Path temporary = Folders.make("wine");
        try {
            return WineRig.java(
                    List.of(
                            "-Djava.io.tmpdir=" + temporary,
                            "-Djunit.jupiter.execution.timeout.default=" + BOUND,
                            // Nothing interrupts a call into the library.
                            "-Djunit.jupiter.execution.timeout.thread.mode.default=separate_thread"),
                    ContractRun.class.getName(),
                    arguments.toArray(new String[0]));
        } finally {
            Folders.delete(temporary);
        }
    }

    private static void count(Map<String, TestOutcome> outcomes) {
        long[] counts = new long[TestOutcome.State.values().length];
        outcomes.values().forEach(outcome -> counts[outcome.state().ordinal()]++);
        System.out.printf(
                Locale.ROOT,
                "%d contract tests on Wine's wininet.dll: %d green, %d red, %d skipped%n",
                outcomes.size(),
                counts[TestOutcome.State.GREEN.ordinal()],
                counts[TestOutcome.State.RED.ordinal()],
                counts[TestOutcome.State.SKIPPED.ordinal()]);
    }

    private static boolean isRun(String name, Map<String, TestOutcome> outcomes) {
        return outcomes.values().stream()
                .anyMatch(each -> each.test().startsWith(name + "#") && each.state() != TestOutcome.State.SKIPPED);
    }

    /** A test that was run is among the results with each number; of one that was not run there is the method. */
    private static boolean exists(ExpectedOutcome row, Map<String, TestOutcome> outcomes) {
        if (row.state() == ExpectedOutcome.State.RED) {
            return row.invocations().stream()
                    .allMatch(number -> number.equals("*")
                            ? outcomes.keySet().stream().anyMatch(row::covers)
                            : outcomes.containsKey(row.test() + "#" + number));
        }
        String[] parts = row.test().split("#", -1);
        try {
            Class<?> type = Class.forName(PACKAGE + parts[0]);
            return parts.length == 1
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(parts[1]));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
