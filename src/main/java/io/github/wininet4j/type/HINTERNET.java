package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * A WinInet handle. It is a number and nothing else: it may be stale, foreign or recycled, and every function checks it
 * (R-HANDLE-1, R-HANDLE-4). A failed call returns Java's {@code null}, C's {@code NULL}.
 *
 * @param value the number; 0 is {@code NULL}
 */
public record HINTERNET(long value) {
    // Written out, since handles are keys in the first call of every program: what Java makes for a record is made
    // then.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HINTERNET handle && handle.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
