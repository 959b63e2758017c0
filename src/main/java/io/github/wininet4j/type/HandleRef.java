package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** An {@code HINTERNET} variable passed by address. */
public final class HandleRef implements LPVOID {
    /** The handle, or null for {@code NULL}. */
    public @Nullable HINTERNET value;

    /** Creates a variable that holds {@code NULL}. */
    public HandleRef() {}

    /**
     * Creates a variable.
     *
     * @param value its first value
     */
    public HandleRef(@Nullable HINTERNET value) {
        this.value = value;
    }

    @Override
    public int sizeof() {
        return Long.BYTES;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
