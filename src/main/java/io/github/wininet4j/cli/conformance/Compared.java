package io.github.wininet4j.cli.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One behaviour on each of several back ends or recordings.
 *
 * @param tested the case
 * @param outcomes how it ended on each
 * @param results what happened on those that have run it
 * @param differences where two of them differ
 */
record Compared(
        ConformanceCase tested, List<Outcome> outcomes, List<CaseResult> results, List<CaseDifference> differences) {
    /** How a case ended. */
    enum Outcome {
        PASS("PASS", "holds"),
        FAIL("FAIL", "does not hold"),
        NOT_RECORDED("NOT RECORDED", "not recorded");

        private final String mark;
        private final String words;

        Outcome(String mark, String words) {
            this.mark = mark;
            this.words = words;
        }

        /** Returns the word of a line. */
        String mark() {
            return mark;
        }

        /** Returns what it means. */
        String words() {
            return words;
        }
    }

    static Compared of(ConformanceCase tested, List<Optional<CaseResult>> found) {
        List<Outcome> outcomes = new ArrayList<>();
        List<CaseResult> results = new ArrayList<>();
        for (Optional<CaseResult> result : found) {
            outcomes.add(result.isEmpty() ? Outcome.NOT_RECORDED : result.get().passed() ? Outcome.PASS : Outcome.FAIL);
            result.ifPresent(results::add);
        }
        List<CaseDifference> differences = found.size() == 2 && results.size() == 2
                ? CaseDifference.between(
                        results.get(0).recorded(), results.get(1).recorded())
                : List.of();
        return new Compared(tested, List.copyOf(outcomes), List.copyOf(results), List.copyOf(differences));
    }

    /** Whether all of them have run it. */
    boolean isComplete() {
        return results.size() == outcomes.size();
    }

    /** Whether nothing differs. */
    boolean isSame() {
        return isComplete() && differences.isEmpty();
    }
}
