package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** A callback pointer passed by address, as {@code INTERNET_OPTION_CALLBACK} reads it (R-CB-9). */
public final class CallbackRef implements LPVOID {
    /** The callback, or null for {@code NULL}. */
    public @Nullable StatusCallback value;

    /** Creates a variable that holds {@code NULL}. */
    public CallbackRef() {}

    @Override
    public int sizeof() {
        return Long.BYTES;
    }

    @Override
    public String toString() {
        return value == null ? "NULL" : "callback";
    }
}
