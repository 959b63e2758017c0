package io.github.wininet4j.type;

import java.nio.CharBuffer;

/**
 * A {@code WCHAR} buffer ({@code LPWSTR}): characters up to the first NUL, in memory that the caller or a source text
 * owns.
 *
 * <p>A buffer made from text is one character larger than the text, for the NUL. A view starts inside another buffer
 * and shares its memory, like a C pointer into a string (R-CRACK-20).
 */
public final class TextBuffer implements LPVOID {
    private final CharBuffer memory;
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
        this.memory = CharBuffer.allocate(capacity);
        this.offset = 0;
    }

    /**
     * Creates a buffer that holds a text and its NUL.
     *
     * @param text the text
     */
    public TextBuffer(String text) {
        char[] characters = new char[text.length() + 1];
        text.getChars(0, text.length(), characters, 0);
        this.memory = CharBuffer.wrap(characters);
        this.offset = 0;
    }

    /**
     * Stands for the remaining characters of a buffer, for example native memory; the memory is shared.
     *
     * @param buffer the buffer; its position and limit are not changed later
     */
    public TextBuffer(CharBuffer buffer) {
        this(buffer.slice(), 0);
    }

    private TextBuffer(CharBuffer memory, int offset) {
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

    /** {@return where this buffer starts in the memory that it shares, in characters; 0 unless it is a view} */
    public int offset() {
        return offset;
    }

    /** {@return the size of this buffer in characters} */
    public int capacity() {
        return memory.capacity() - offset;
    }

    /**
     * Returns whether a stated size is within this buffer.
     *
     * @param characters the size in characters
     * @return false if it is negative or more than there is
     */
    public boolean holds(int characters) {
        return characters >= 0 && characters <= capacity();
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
        return memory.get(offset + index);
    }

    /**
     * Overwrites one character.
     *
     * @param index where, from the start of this buffer
     * @param c the character
     */
    public void setCharAt(int index, char c) {
        memory.put(offset + index, c);
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
        for (int i = start; i < end; i++) {
            memory.put(offset + i - start, text.charAt(i));
        }
        memory.put(offset + end - start, '\0');
    }

    /**
     * Returns the characters, NULs included.
     *
     * @param length how many, at most the capacity
     * @return the text
     */
    public String toString(int length) {
        return memory.subSequence(offset, offset + length).toString();
    }

    /** {@return the text up to its NUL, or the whole buffer if there is none} */
    @Override
    public String toString() {
        int end = offset;
        while (end < memory.capacity() && memory.get(end) != 0) {
            end++;
        }
        return toString(end - offset);
    }
}
