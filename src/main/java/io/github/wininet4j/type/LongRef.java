package io.github.wininet4j.type;

/** A 64-bit variable passed by address: {@code ULONGLONG *}, {@code GROUPID *} or {@code DWORD_PTR *}. */
public final class LongRef implements LPVOID {
    /** The 64-bit value. */
    public long value;

    /** Creates a variable with value 0. */
    public LongRef() {}

    /**
     * Creates a variable.
     *
     * @param value its first value
     */
    public LongRef(long value) {
        this.value = value;
    }

    @Override
    public int sizeof() {
        return Long.BYTES;
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
