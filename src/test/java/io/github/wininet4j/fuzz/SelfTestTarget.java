package io.github.wininet4j.fuzz;

import java.util.List;

/**
 * A parser with faults, which shows that faults are found: it fails on a word, and two letters cost the square, one of
 * them within a regular expression.
 */
final class SelfTestTarget implements FuzzTarget {
    /** Not a target like the others. */
    static final String NAME = "self-test";

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        if (text.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        String rest = text;
        while (rest.startsWith("q")) {
            rest = rest.substring(1);
        }
        return rest.isEmpty() ? "empty" : rest.split("z*,", -1).length > 1 ? "list" : "read";
    }

    @Override
    public List<String> words() {
        return List.of("b", "a", "d", "q", "z");
    }

    @Override
    public List<String> packages() {
        return List.of("fuzz");
    }
}
