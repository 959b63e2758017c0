package io.github.wininet4j.cli.port;

/** A program or library whose tables lead outside of the file, or never end, or a source with too much in it. */
final class DamagedFileException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message what is wrong
     */
    DamagedFileException(String message) {
        super(message);
    }
}
