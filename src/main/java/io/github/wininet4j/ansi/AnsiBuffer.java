package io.github.wininet4j.ansi;

import java.util.Arrays;

/**
 * A pointer into a byte array ({@code LPSTR} in a structure): bytes up to the first NUL, in memory that the caller
 * owns.
 *
 * <p>What InternetCrackUrlA gives to a caller without buffers are pointers into the caller's own array (R-CRACK-3).
 */
public final class AnsiBuffer {
    private final byte[] array;
    private final int offset;

    /**
     * Creates an empty buffer.
     *
     * @param capacity its size in bytes, with room for the NUL
     * @throws IllegalArgumentException if the capacity is negative
     */
    public AnsiBuffer(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("negative capacity: " + capacity);
        }
        this.array = new byte[capacity];
        this.offset = 0;
    }

    /**
     * Points to the start of an array.
     *
     * @param array the memory, shared
     */
    public AnsiBuffer(byte[] array) {
        this(array, 0);
    }

    /**
     * Points into an array.
     *
     * @param array the memory, shared
     * @param offset where to point to, at most the length of the array
     * @throws IndexOutOfBoundsException if that is outside
     */
    public AnsiBuffer(byte[] array, int offset) {
        if (offset < 0 || offset > array.length) {
            throw new IndexOutOfBoundsException(offset);
        }
        this.array = array;
        this.offset = offset;
    }

    /** {@return the array, shared} */
    public byte[] array() {
        return array;
    }

    /** {@return the index in the array that this pointer points to} */
    public int offset() {
        return offset;
    }

    /** {@return the size of this buffer: bytes from the pointer to the end of the array} */
    public int capacity() {
        return array.length - offset;
    }

    /**
     * Returns a copy of some bytes.
     *
     * @param length how many, at most the capacity
     * @return the bytes, NULs included
     */
    public byte[] bytes(int length) {
        if (length < 0 || length > capacity()) {
            throw new IndexOutOfBoundsException(length);
        }
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** {@return a copy of the bytes up to the NUL, or to the end if there is none} */
    public byte[] bytes() {
        return bytes(AnsiText.length(array, offset) - offset);
    }

    /** Writes a text and its NUL, which must fit. */
    void set(byte[] text) {
        System.arraycopy(text, 0, array, offset, text.length);
        array[offset + text.length] = 0;
    }

    /** Shows the bytes as ISO-8859-1. */
    @Override
    public String toString() {
        byte[] text = bytes();
        return AnsiText.header(text, text.length);
    }
}
