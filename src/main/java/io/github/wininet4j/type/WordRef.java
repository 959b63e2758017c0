package io.github.wininet4j.type;

/** A {@code WORD} or {@code USHORT} variable passed by address. */
public final class WordRef implements LPVOID {
    /** The value, 0 to 65535. */
    public int value;

    /** Creates a variable with value 0. */
    public WordRef() {}

    /**
     * Creates a variable.
     *
     * @param value its first value
     */
    public WordRef(int value) {
        this.value = value;
    }

    @Override
    public int sizeof() {
        return Short.BYTES;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
