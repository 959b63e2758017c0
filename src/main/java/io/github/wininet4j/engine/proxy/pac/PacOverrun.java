package io.github.wininet4j.engine.proxy.pac;

/** Ends a run that went beyond its limits. An Error, because scripts can catch exceptions. */
final class PacOverrun extends Error {
    private static final long serialVersionUID = 1;

    PacOverrun(String message) {
        super(message, null, false, false);
    }
}
