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
    private final List<Compared> compared = new ArrayList<>();

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
            compared.add(Compared.of(tested, List.of(found)));
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

    /** What became of each case, of one run or of two. */
    List<Compared> compared() {
        return List.copyOf(compared);
    }

    /** Runs all cases on two back ends side by side; returns whether they do the same. */
    boolean compared(List<ConformanceCase> cases, Subject first, Subject second) throws InterruptedException {
        List<Subject> subjects = List.of(first, second);
        int different = 0;
        int[] passed = new int[subjects.size()];
        for (ConformanceCase tested : cases) {
            List<Optional<CaseResult>> results = new ArrayList<>();
            for (Subject subject : subjects) {
                results.add(subject.result(tested, limit));
            }
            Compared both = Compared.of(tested, results);
            compared.add(both);
            StringBuilder marks = new StringBuilder();
            for (int i = 0; i < passed.length; i++) {
                Compared.Outcome outcome = both.outcomes().get(i);
                passed[i] += outcome == Compared.Outcome.PASS ? 1 : 0;
                marks.append(i == 0 ? "" : " ").append(outcome.mark());
            }
            different += both.isSame() ? 0 : 1;
            title(marks + (both.isSame() ? "           " : " DIFFERENT "), tested);
            details(both, subjects);
        }
        out.println();
        for (int i = 0; i < passed.length; i++) {
            out.println(Printable.of(subjects.get(i).name()) + ": " + passed[i] + " of " + cases.size()
                    + " behaviours hold");
        }
        out.println(different + " of " + cases.size() + " differ");
        return different == 0;
    }

    private void details(Compared both, List<Subject> subjects) {
        List<CaseResult> results = both.results();
        if (both.isComplete() && (verbose || !both.isSame() || !results.get(0).passed())) {
            lines("expected", both.tested().expected());
            for (int i = 0; i < results.size(); i++) {
                lines(subjects.get(i).name(), results.get(i).happened());
            }
        }
        for (CaseDifference difference : both.differences()) {
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
