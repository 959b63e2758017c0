package io.github.wininet4j.fuzz;

import java.util.List;

/** A parser with two faults, which shows that faults are found: it fails on a word, and a letter costs the square. */
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
        return rest.isEmpty() ? "empty" : "read";
    }

    @Override
    public List<String> words() {
        return List.of("b", "a", "d", "q");
    }

    @Override
    public List<String> packages() {
        return List.of("fuzz");
    }
}
