package io.github.wininet4j.cli.conformance;

import java.time.Duration;
import java.util.List;

/** The main class of a process that does what {@code conformance --back-end native} does, but for some behaviours. */
public final class ConformanceRun {
    /** What does not end by itself is told apart sooner than by the command. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private ConformanceRun() {}

    /** The titles of all behaviours. */
    public static List<String> titles() {
        return Suites.matching(null).stream().map(ConformanceCase::title).toList();
    }

    /**
     * Runs the behaviours.
     *
     * @param args the titles of those that are left out
     */
    public static void main(String[] args) throws InterruptedException {
        List<ConformanceCase> cases = Suites.matching(null).stream()
                .filter(each -> !List.of(args).contains(each.title()))
                .toList();
        new Report(System.out, false, LIMIT).single(cases, Subject.open("native"));
        // Threads that hang in the library must not keep the process.
        System.exit(0);
    }
}
