package io.github.wininet4j.cli;

/** Arguments that make no sense; the message says which and why. */
public final class UsageException extends RuntimeException {
    /**
     * Creates the exception.
     *
     * @param message one line for the user
     */
    public UsageException(String message) {
        super(message);
    }
}
