package io.github.wininet4j.cli;

import io.github.wininet4j.host.CompletionPolicy;
import java.io.IOException;
import java.util.List;

/**
 * One rule for callers of asynchronous functions.
 *
 * @param number its number in the article
 * @param title the rule in one line
 * @param expected what has to be seen if it holds
 * @param check makes the calls that show it
 */
record KbRule(int number, String title, List<String> expected, Check check) {
    /** Makes the laboratory of a check, with the outcome of asynchronous calls left to nature or forced. */
    @FunctionalInterface
    interface TestBeds {
        RuleTestBed open(CompletionPolicy policy) throws IOException;
    }

    /** Makes calls and notes what happens. */
    @FunctionalInterface
    interface Check {
        void run(TestBeds beds, KbFindings findings) throws IOException, InterruptedException;
    }
}
