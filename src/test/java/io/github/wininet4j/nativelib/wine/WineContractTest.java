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
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static Map<String, TestOutcome> run(List<ExpectedOutcome> table) throws IOException {
        Path results = WineRig.FOLDER.resolve("contract-results.tsv");
        Path leftOut = WineRig.FOLDER.resolve("left-out.txt");
        List<String> out = table.stream()
                .filter(row -> row.state() == ExpectedOutcome.State.LEFT_OUT)
                .map(ExpectedOutcome::test)
                .toList();
        Files.write(leftOut, out);
        List<String> arguments = new ArrayList<>(List.of(results.toString(), leftOut.toString()));
        table.stream().filter(row -> !row.test().contains("#")).forEach(row -> arguments.add(PACKAGE + row.test()));
        arguments.add("io.github.wininet4j.nativelib.ForeignCertificates");
        Ran ran = run(results, arguments);
        List<String> lines = Files.readAllLines(results);
        assertThat(lines).as("%s: %s", ran, lines.get(lines.size() - 1)).endsWith(TestOutcome.END);
        return TestOutcome.read(lines);
    }

    /** Once more if Wine has brought the process down: its own threads can step on an address that is gone. */
    private static Ran run(Path results, List<String> arguments) throws IOException {
        Ran ran = null;
        for (int attempt = 0; attempt < 2; attempt++) {
            Files.deleteIfExists(results);
            // Folders and proxies of the tests' user play no part.
            Path temporary = Folders.make("wine");
            ran = WineRig.java(
                    List.of(
                            "-Djava.io.tmpdir=" + temporary,
                            "-Djunit.jupiter.execution.timeout.default=" + BOUND,
                            // Nothing interrupts a call into the library.
                            "-Djunit.jupiter.execution.timeout.thread.mode.default=separate_thread"),
                    ContractRun.class.getName(),
                    arguments.toArray(new String[0]));
            Folders.delete(temporary);
            if (Files.readAllLines(results).contains(TestOutcome.END)) {
                return ran;
            }
        }
        return ran;
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
