package io.github.wininet4j.type;

/**
 * A {@code WCHAR} buffer ({@code LPWSTR}): characters up to the first NUL, in memory that the caller or a source text owns.
 *
 * <p>A buffer made from text is one character larger than the text, for the NUL. A view starts inside another buffer and shares its
 * memory, like a C pointer into a string (R-CRACK-20).
 */
public final class TextBuffer implements LPVOID {
    private final char[] memory;
    private final int offset;

    /**
     * Creates an empty buffer.
     *
     * @param capacity its size in characters, with room for the NUL
     * @throws IllegalArgumentException if the capacity is negative
     */
    public TextBuffer(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("negative capacity: " + capacity);
        }
        this.memory = new char[capacity];
        this.offset = 0;
    }

    /**
     * Creates a buffer that holds a text and its NUL.
     *
     * @param text the text
     */
    public TextBuffer(String text) {
        this.memory = new char[text.length() + 1];
        text.getChars(0, text.length(), memory, 0);
        this.offset = 0;
    }

    private TextBuffer(char[] memory, int offset) {
        this.memory = memory;
        this.offset = offset;
    }

    /**
     * Returns a buffer over the same memory that starts further on.
     *
     * @param start how many characters further on, at most the capacity
     * @return the view
     */
    public TextBuffer view(int start) {
        if (start < 0 || start > capacity()) {
            throw new IndexOutOfBoundsException(start);
        }
        return new TextBuffer(memory, offset + start);
    }

    /**
     * Returns where this buffer starts in the memory that it shares.
     *
     * @return characters before its start; 0 unless it is a view
     */
    public int offset() {
        return offset;
    }

    /**
     * Returns the size of this buffer.
     *
     * @return the size in characters
     */
    public int capacity() {
        return memory.length - offset;
    }

    @Override
    public int sizeof() {
        return capacity() * Character.BYTES;
    }

    /**
     * Returns one character.
     *
     * @param index where, from the start of this buffer
     * @return the character
     */
    public char charAt(int index) {
        return memory[offset + index];
    }

    /**
     * Overwrites one character.
     *
     * @param index where, from the start of this buffer
     * @param c the character
     */
    public void setCharAt(int index, char c) {
        memory[offset + index] = c;
    }

    /**
     * Writes a text and its NUL to the start of this buffer.
     *
     * @param text the text; may hold NULs
     * @throws IndexOutOfBoundsException if text and NUL do not fit
     */
    public void set(String text) {
        set(text, 0, text.length());
    }

    /**
     * Writes a part of a text and a NUL to the start of this buffer.
     *
     * @param text the text; may hold NULs
     * @param start where the part begins in the text
     * @param end where it ends, exclusive
     * @throws IndexOutOfBoundsException if part and NUL do not fit, or the text has no such part
     */
    public void set(String text, int start, int end) {
        if (end - start >= capacity()) {
            throw new IndexOutOfBoundsException(end - start);
        }
        text.getChars(start, end, memory, offset);
        memory[offset + end - start] = 0;
    }

    /**
     * Returns the characters, NULs included.
     *
     * @param length how many, at most the capacity
     * @return the text
     */
    public String toString(int length) {
        return new String(memory, offset, length);
    }

    /**
     * Returns the text up to its NUL, or the whole buffer if there is none.
     *
     * @return the text
     */
    @Override
    public String toString() {
        int end = offset;
        while (end < memory.length && memory[end] != 0) {
            end++;
        }
        return new String(memory, offset, end - offset);
    }
}
