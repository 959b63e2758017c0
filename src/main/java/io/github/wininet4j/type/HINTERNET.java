package io.github.wininet4j.type;

/**
 * A WinInet handle. It is a number and nothing else: it may be stale, foreign or recycled, and every function checks it
 * (R-HANDLE-1, R-HANDLE-4). A failed call returns Java's {@code null}, C's {@code NULL}.
 *
 * @param value the number; 0 is {@code NULL}
 */
public record HINTERNET(long value) {
    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
