package io.github.wininet4j.cli;

/** Something is so different from what a rule says that its check cannot go on. */
public final class KbDifference extends RuntimeException {
    KbDifference(String message) {
        super(message);
    }
}
