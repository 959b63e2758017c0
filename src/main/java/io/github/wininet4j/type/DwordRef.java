package io.github.wininet4j.type;

/**
 * A {@code DWORD} or {@code BOOL} variable passed by address ({@code LPDWORD}). Unsigned values are held in an
 * {@code int}.
 */
public final class DwordRef implements LPVOID {
    /** The 32-bit value; use {@link Integer#toUnsignedLong(int)} for sizes above 2 GiB. */
    public int value;

    /** Creates a variable with value 0. */
    public DwordRef() {}

    /**
     * Creates a variable.
     *
     * @param value its first value
     */
    public DwordRef(int value) {
        this.value = value;
    }

    @Override
    public int sizeof() {
        return Integer.BYTES;
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(value);
    }
}
