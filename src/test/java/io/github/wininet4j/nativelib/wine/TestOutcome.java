package io.github.wininet4j.nativelib.wine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a contract test has gone.
 *
 * @param test {@code Class#method}, with {@code #} and a number after it if it runs with several arguments
 * @param state how
 * @param why the failure, or the reason for which it was skipped
 */
record TestOutcome(String test, State state, String why) {
    /** The last line of a process that has run all its tests. */
    static final String END = "end";

    private static final String STARTED = "started\t";

    /** How a test can go. */
    enum State {
        GREEN,
        RED,
        SKIPPED
    }

    static String started(String test) {
        return STARTED + test;
    }

    /**
     * Reads which test methods have been started.
     *
     * @param lines what a process has written
     * @return them as {@code Class#method}, the last one at the end
     */
    static List<String> startedMethods(List<String> lines) {
        List<String> methods = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(STARTED)) {
                String[] parts = line.substring(STARTED.length()).split("#", -1);
                String method = String.join("#", parts[0], parts[1]);
                methods.remove(method);
                methods.add(method);
            }
        }
        return methods;
    }

    String line() {
        return state.name().toLowerCase(Locale.ROOT) + "\t" + test + "\t" + why.replaceAll("\\s+", " ");
    }

    /**
     * Reads what a process has written. A test that has started and not ended has brought it down, and is red.
     *
     * @param lines its lines
     * @return the tests by name
     */
    static Map<String, TestOutcome> read(List<String> lines) {
        Map<String, TestOutcome> found = new LinkedHashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith(STARTED)) {
                found.put(cells[1], new TestOutcome(cells[1], State.RED, "the process ended"));
            } else if (cells.length > 2) {
                State state = State.valueOf(cells[0].toUpperCase(Locale.ROOT));
                found.put(cells[1], new TestOutcome(cells[1], state, cells[2]));
            }
        }
        return found;
    }
}
