package io.github.wininet4j.cli;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompletionPolicy;
import java.io.IOException;
import java.util.List;

/**
 * One rule for callers of asynchronous functions.
 *
 * @param number its number in the article
 * @param title the rule in one line
 * @param expected what must be observed if it holds
 * @param check makes the calls that show it
 */
record KbRule(int number, String title, List<String> expected, Check check) {
    /** Opens the test bed of a check; the policy decides the outcome of asynchronous calls. */
    @FunctionalInterface
    interface TestBeds {
        RuleTestBed open(CompletionPolicy policy, CachePlace cache) throws IOException;

        /** Opens a test bed that keeps nothing. */
        default RuleTestBed open(CompletionPolicy policy) throws IOException {
            return open(policy, CachePlace.NONE);
        }
    }

    /** Makes calls and records what happens. */
    @FunctionalInterface
    interface Check {
        void run(TestBeds beds, KbFindings findings) throws IOException, InterruptedException;
    }
}
