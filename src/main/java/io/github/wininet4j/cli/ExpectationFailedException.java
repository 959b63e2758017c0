package io.github.wininet4j.cli;

/** Something is so different from what a rule says that its check cannot go on. */
public final class ExpectationFailedException extends RuntimeException {
    ExpectationFailedException(String message) {
        super(message);
    }
}
