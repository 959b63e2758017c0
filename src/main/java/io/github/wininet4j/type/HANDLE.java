package io.github.wininet4j.type;

/**
 * A handle that is not an {@code HINTERNET}: a cache enumeration, a cache stream or a file lock (R-CENT-24, R-LOCK-1).
 *
 * @param value the number; 0 is {@code NULL}
 */
public record HANDLE(long value) {
    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
