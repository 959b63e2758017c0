package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;

/** What the check of a rule saw. */
final class KbFindings {
    private final List<String> happened = new ArrayList<>();
    private boolean asExpected = true;

    /**
     * Notes one observation.
     *
     * @param expected whether it is as the rule says
     * @param what what was seen
     */
    void add(boolean expected, String what) {
        happened.add(expected ? what : "DIFFERENT: " + what);
        asExpected &= expected;
    }

    /** The observations, in order. */
    List<String> happened() {
        return happened;
    }

    /** Whether all was as the rule says. A check that saw nothing proves nothing. */
    boolean passed() {
        return asExpected && !happened.isEmpty();
    }
}
