package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;

/** The observations of the check of a rule. */
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

    /** Whether the rule holds. A check without observations proves nothing. */
    boolean passed() {
        return asExpected && !happened.isEmpty();
    }
}
