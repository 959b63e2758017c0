package io.github.wininet4j.cli.conformance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One behaviour of WinInet: the calls that show it, and what they must show.
 *
 * @param rules the rules it rests on, each with its class of evidence: {@code R-CB-1[D]} is documented, {@code
 *     R-CTX-3[O]} was observed on Windows; separated by spaces
 * @param title one line
 * @param action makes the calls and notes what happens
 * @param expected the notes if it holds
 */
record ConformanceCase(String rules, String title, Action action, List<String> expected) {
    /** Makes calls. */
    @FunctionalInterface
    interface Action {
        void run(TestBed bed) throws Exception;
    }

    ConformanceCase(String rules, String title, Action action, String... expected) {
        this(rules, title, action, List.of(expected));
    }

    /**
     * Whether it rests on a rule.
     *
     * @param pattern the rule's number; {@code *} stands for anything
     */
    boolean rests(String pattern) {
        Pattern wanted =
                Pattern.compile(Stream.of(pattern.toUpperCase(Locale.ROOT).split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + ".*" + b)
                        .orElse(""));
        return Stream.of(rules.split(" "))
                .map(rule -> rule.substring(0, rule.indexOf('[')))
                .anyMatch(rule -> wanted.matcher(rule).matches());
    }
}
