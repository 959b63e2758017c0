package io.github.wininet4j.cli;

/** Something is so different from what a rule says that its check cannot go on. */
final class KbDifference extends RuntimeException {
    KbDifference(String message) {
        super(message);
    }
}
