package io.github.wininet4j.cli;

/** What happened differs so much from a rule that its check cannot continue. */
public final class ExpectationFailedException extends RuntimeException {
    ExpectationFailedException(String message) {
        super(message);
    }
}
