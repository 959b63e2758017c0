package io.github.wininet4j.nativelib.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A row of {@code native-stubs/wine/contract.tsv}: a class that is run, or a test of it that does not pass with Wine's
 * library.
 *
 * @param test {@code Class#method}
 * @param invocations the numbers of the arguments with which it is red, {@code *} for all
 * @param state whether its class is run, and whether it is red or left out
 * @param rule what Wine differs from, or {@code artefact}
 * @param reason what Wine does instead, or why it is not run
 */
record ExpectedOutcome(String test, Set<String> invocations, State state, String rule, String reason) {
    private static final int CELLS = 5;

    /** What is done with a test. */
    enum State {
        /** A class whose other tests are run and pass. */
        RUN("run"),
        /** A class that is run with any result: what happens there is up to the machine. */
        VARIES("varies"),
        RED("red"),
        LEFT_OUT("left out");

        private final String cell;

        State(String cell) {
            this.cell = cell;
        }

        static State of(String cell) {
            return List.of(values()).stream()
                    .filter(state -> state.cell.equals(cell))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("run, varies, red or left out, not " + cell));
        }
    }

    static List<ExpectedOutcome> read(Path table) {
        try (var lines = Files.lines(table)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(ExpectedOutcome::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExpectedOutcome parse(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != CELLS || List.of(cells).contains("")) {
            throw new AssertionError("not " + CELLS + " filled cells: " + row);
        }
        return new ExpectedOutcome(cells[0], Set.of(cells[1].split(",")), State.of(cells[2]), cells[3], cells[4]);
    }

    /** Returns whether a test as {@link TestOutcome#test} names it is meant. */
    boolean covers(String name) {
        if (state == State.RUN || state == State.VARIES) {
            return state == State.VARIES && (name.equals(test) || name.startsWith(test + "#"));
        }
        int number = name.indexOf('#', name.indexOf('#') + 1);
        if (number < 0) {
            return name.equals(test);
        }
        return name.substring(0, number).equals(test)
                && (invocations.contains("*") || invocations.contains(name.substring(number + 1)));
    }
}
