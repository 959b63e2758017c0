package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries cases and prints how each ended. */
final class Report {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean verbose;
    private final Duration limit;

    Report(PrintStream out, boolean verbose) {
        this(out, verbose, LIMIT);
    }

    Report(PrintStream out, boolean verbose, Duration limit) {
        this.out = out;
        this.verbose = verbose;
        this.limit = limit;
    }

    /** Tries one back end; returns whether all holds. */
    boolean single(List<ConformanceCase> cases, WinInet api) throws InterruptedException {
        int passed = 0;
        for (ConformanceCase tested : cases) {
            CaseResult result = CaseResult.of(tested, api, limit);
            passed += result.passed() ? 1 : 0;
            title(result.passed() ? "PASS" : "FAIL", tested);
            if (!result.passed()) {
                lines("expected", tested.expected());
            }
            if (verbose || !result.passed()) {
                lines("happened", result.happened());
            }
        }
        out.println();
        out.println(passed + " of " + cases.size() + " behaviours hold, " + (cases.size() - passed) + " do not");
        return passed == cases.size();
    }

    /** Tries two back ends side by side; returns whether they do the same. */
    boolean compared(List<ConformanceCase> cases, List<String> names, List<? extends WinInet> apis)
            throws InterruptedException {
        int different = 0;
        int[] passed = new int[apis.size()];
        for (ConformanceCase tested : cases) {
            List<CaseResult> results = new ArrayList<>();
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < apis.size(); i++) {
                CaseResult result = CaseResult.of(tested, apis.get(i), limit);
                results.add(result);
                passed[i] += result.passed() ? 1 : 0;
                outcomes.add(result.passed() ? "PASS" : "FAIL");
            }
            boolean same = results.get(0).happened().equals(results.get(1).happened());
            different += same ? 0 : 1;
            title(String.join(" ", outcomes) + (same ? "           " : " DIFFERENT "), tested);
            if (verbose || !same || !results.get(0).passed()) {
                lines("expected", tested.expected());
                for (int i = 0; i < results.size(); i++) {
                    lines(names.get(i), results.get(i).happened());
                }
            }
        }
        out.println();
        for (int i = 0; i < passed.length; i++) {
            out.println(Printable.of(names.get(i)) + ": " + passed[i] + " of " + cases.size() + " behaviours hold");
        }
        out.println(different + " of " + cases.size() + " differ");
        return different == 0;
    }

    private void title(String outcome, ConformanceCase tested) {
        out.println(Printable.of(outcome + "  " + tested.title() + "  (" + tested.rules() + ")"));
    }

    private void lines(String name, List<String> lines) {
        lines.forEach(line -> out.println("      " + Printable.of(name) + "  " + shown(line)));
    }

    /** A line of bearable length, on one line. */
    private static String shown(String line) {
        String flat = Printable.of(line);
        return flat.length() <= 300 ? flat : flat.substring(0, 300) + "... (" + flat.length() + " characters)";
    }
}
