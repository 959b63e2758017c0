package io.github.wininet4j.host;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which of its two allowed outcomes an asynchronous call takes: finish at once, or {@code ERROR_IO_PENDING} and
 * a completion later (R-ASYNC-6). Callers have to test for both; forcing either brings their mistakes to light.
 */
@FunctionalInterface
public interface CompletionPolicy {
    /** The outcomes. */
    enum Outcome {
        /** What Windows would most likely do: at once if no wait is needed, else pending. */
        NATURAL,
        /** The call works on the caller's thread and returns its result; no {@code REQUEST_COMPLETE} comes. */
        AT_ONCE,
        /**
         * The call returns {@code ERROR_IO_PENDING} and completes on a worker, even if nothing had to be waited for.
         */
        PENDING
    }

    /** Leaves every call its natural outcome. */
    CompletionPolicy NATURAL = function -> Outcome.NATURAL;

    /**
     * Chooses the outcome of one call.
     *
     * @param function the function's name without suffix, for example {@code InternetReadFile}
     * @return the outcome
     */
    Outcome decide(String function);

    /**
     * Gives every call the same outcome.
     *
     * @param outcome the outcome
     * @return the policy
     */
    static CompletionPolicy always(Outcome outcome) {
        return function -> outcome;
    }

    /**
     * Mixes both outcomes at random, the same way each time for one seed and one order of calls.
     *
     * @param seed the seed
     * @return the policy
     */
    static CompletionPolicy seeded(long seed) {
        AtomicLong state = new AtomicLong(seed);
        return function -> {
            long z = state.addAndGet(0x9E3779B97F4A7C15L);
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return ((z ^ (z >>> 31)) & 1) == 0 ? Outcome.AT_ONCE : Outcome.PENDING;
        };
    }
}
