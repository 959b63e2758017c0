package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** A {@code HANDLE} variable passed by address, as {@code InternetLockRequestFile} fills it. */
public final class LockRef {
    /** The handle, or null for {@code NULL}. */
    public @Nullable HANDLE value;

    /** Creates a variable that holds {@code NULL}. */
    public LockRef() {}

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
