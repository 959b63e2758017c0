package io.github.wininet4j.testing;

import io.github.wininet4j.type.HINTERNET;
import org.jspecify.annotations.Nullable;

/**
 * A call that has returned, or a status that the program was told.
 *
 * @param kind which of the two
 * @param name the name of the function, or of the status without its prefix: {@code REQUEST_SENT}
 * @param handle the handle that it is about, or null
 * @param result what the call returned; what the status carries, as {@link StatusEntry#payload()} has it
 * @param error the error of a call that failed, 997 if it goes on, else 0
 * @param text the line of a trace, without secrets
 */
public record JournalEntry(
        Kind kind,
        String name,
        @Nullable HINTERNET handle,
        @Nullable Object result,
        int error,
        String text) {
    /** Kinds of entries. */
    public enum Kind {
        /** A call. */
        CALL,
        /** A status. */
        STATUS
    }

    @Override
    public String toString() {
        return kind == Kind.STATUS ? "<- " + text : text;
    }
}
