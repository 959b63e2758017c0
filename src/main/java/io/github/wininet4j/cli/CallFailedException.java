package io.github.wininet4j.cli;

/** A call failed without which the command cannot go on. */
final class CallFailedException extends RuntimeException {
    CallFailedException(String function, int error) {
        super(function + ": " + StatusText.error(error));
    }
}
