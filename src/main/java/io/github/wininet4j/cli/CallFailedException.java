package io.github.wininet4j.cli;

/** A call failed, and the command cannot continue. */
final class CallFailedException extends RuntimeException {
    CallFailedException(String function, int error) {
        super(function + ": " + StatusText.error(error));
    }
}
