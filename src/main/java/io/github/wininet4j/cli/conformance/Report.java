package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.Printable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs cases and prints how each ended. */
final class Report {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PrintStream out;
    private final boolean verbose;
    private final Duration limit;
    private final List<RecordedCase> recorded = new ArrayList<>();

    Report(PrintStream out, boolean verbose) {
        this(out, verbose, LIMIT);
    }

    Report(PrintStream out, boolean verbose, Duration limit) {
        this.out = out;
        this.verbose = verbose;
        this.limit = limit;
    }

    /** Runs all cases on one back end; returns whether all hold. */
    boolean single(List<ConformanceCase> cases, Subject subject) throws InterruptedException {
        int passed = 0;
        int run = 0;
        for (ConformanceCase tested : cases) {
            Optional<CaseResult> found = subject.result(tested, limit);
            if (found.isEmpty()) {
                title("NOT RECORDED", tested);
                continue;
            }
            CaseResult result = found.get();
            recorded.add(result.recorded());
            run++;
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
        out.println(passed + " of " + run + " behaviours hold, " + (run - passed) + " do not");
        return passed == cases.size();
    }

    /** What {@link #single} saw. */
    List<RecordedCase> recorded() {
        return List.copyOf(recorded);
    }

    /** Runs all cases on two back ends side by side; returns whether they do the same. */
    boolean compared(List<ConformanceCase> cases, Subject first, Subject second) throws InterruptedException {
        List<Subject> subjects = List.of(first, second);
        int different = 0;
        int[] passed = new int[subjects.size()];
        for (ConformanceCase tested : cases) {
            List<CaseResult> results = new ArrayList<>();
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                Optional<CaseResult> result = subjects.get(i).result(tested, limit);
                boolean well = result.isPresent() && result.get().passed();
                passed[i] += well ? 1 : 0;
                outcomes.add(result.isEmpty() ? "NOT RECORDED" : well ? "PASS" : "FAIL");
                result.ifPresent(results::add);
            }
            List<CaseDifference> differences = results.size() < subjects.size()
                    ? List.of()
                    : CaseDifference.between(
                            results.get(0).recorded(), results.get(1).recorded());
            boolean same = differences.isEmpty() && results.size() == subjects.size();
            different += same ? 0 : 1;
            title(String.join(" ", outcomes) + (same ? "           " : " DIFFERENT "), tested);
            details(tested, subjects, results, differences);
        }
        out.println();
        for (int i = 0; i < passed.length; i++) {
            out.println(Printable.of(subjects.get(i).name()) + ": " + passed[i] + " of " + cases.size()
                    + " behaviours hold");
        }
        out.println(different + " of " + cases.size() + " differ");
        return different == 0;
    }

    private void details(
            ConformanceCase tested,
            List<Subject> subjects,
            List<CaseResult> results,
            List<CaseDifference> differences) {
        boolean complete = results.size() == subjects.size();
        if (complete && (verbose || !differences.isEmpty() || !results.get(0).passed())) {
            lines("expected", tested.expected());
            for (int i = 0; i < results.size(); i++) {
                lines(subjects.get(i).name(), results.get(i).happened());
            }
        }
        for (CaseDifference difference : differences) {
            // Notes are shown above.
            if (!difference.what().equals("note")) {
                lines(subjects.get(0).name() + ", " + difference.what(), List.of(difference.first()));
                lines(subjects.get(1).name() + ", " + difference.what(), List.of(difference.second()));
            }
        }
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
