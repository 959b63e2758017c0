package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How text gets from a wide function into a caller's bytes: asked for whole, encoded, then handed over by the A
 * protocol (R-GEN-9).
 */
final class AnsiBuffers {
    private static final int FIRST_TRY = 512;
    private static final int LAST_TRY = 1 << 26;

    private final WinInet wide;

    AnsiBuffers(WinInet wide) {
        this.wide = wide;
    }

    /** A wide function that fills a buffer; both arguments as the wide function takes them. */
    @FunctionalInterface
    interface TextQuery {
        boolean run(@Nullable TextBuffer buffer, @Nullable DwordRef length);
    }

    /**
     * Fails a call.
     *
     * @return false
     */
    boolean fail(int error) {
        wide.SetLastError(error);
        return false;
    }

    /** Returns whether a stated size is within the buffer. */
    static boolean fits(byte[] buffer, int size) {
        return size >= 0 && size <= buffer.length;
    }

    /**
     * Answers a function with a buffer and a size in and out. What is wrong with the arguments is for the wide function
     * to say.
     *
     * @param encoder turns the text into bytes
     * @return the function's result
     */
    boolean answer(
            TextQuery query, Function<String, byte[]> encoder, byte @Nullable [] buffer, @Nullable DwordRef size) {
        return answer(query, (text, length) -> text.toString(), encoder, buffer, size);
    }

    /**
     * As above, for a text that may hold NULs: the wide function gives its length in characters, without the last NUL.
     */
    boolean answerWithNuls(
            TextQuery query, Function<String, byte[]> encoder, byte @Nullable [] buffer, @Nullable DwordRef size) {
        return answer(query, TextBuffer::toString, encoder, buffer, size);
    }

    private boolean answer(
            TextQuery query,
            BiFunction<TextBuffer, Integer, String> reader,
            Function<String, byte[]> encoder,
            byte @Nullable [] buffer,
            @Nullable DwordRef size) {
        if (size == null) {
            return query.run(new TextBuffer(1), null);
        }
        if (buffer != null && !fits(buffer, size.value)) {
            return fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (buffer == null
                && !query.run(null, new DwordRef())
                && wide.GetLastError() != Win32Error.ERROR_INSUFFICIENT_BUFFER) {
            return false;
        }
        String text = fetch(query, reader, size);
        return text != null && put(encoder.apply(text), buffer, size);
    }

    /**
     * Gets a text of any length.
     *
     * @param size receives what the wide function makes of the length if it fails for another reason than a small
     *     buffer
     * @return the text, or null if the function failed
     */
    @Nullable
    String fetch(TextQuery query, DwordRef size) {
        return fetch(query, (text, length) -> text.toString(), size);
    }

    private @Nullable String fetch(TextQuery query, BiFunction<TextBuffer, Integer, String> reader, DwordRef size) {
        int capacity = FIRST_TRY;
        while (true) {
            TextBuffer buffer = new TextBuffer(capacity);
            DwordRef length = new DwordRef(capacity);
            if (query.run(buffer, length)) {
                return reader.apply(buffer, length.value);
            }
            if (wide.GetLastError() != Win32Error.ERROR_INSUFFICIENT_BUFFER || capacity >= LAST_TRY) {
                if (length.value != capacity) {
                    size.value = length.value;
                }
                return null;
            }
            // Whether the size that is needed counts bytes or characters differs from function to function.
            capacity = Math.min(LAST_TRY, Math.max(2 * capacity, length.value));
        }
    }

    /** Hands over: the size is bytes with the NUL on failure, without it on success. */
    boolean put(byte[] text, byte @Nullable [] buffer, DwordRef size) {
        if (buffer == null || text.length >= size.value) {
            size.value = text.length + 1;
            return fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        set(buffer, text, text.length);
        size.value = text.length;
        return true;
    }

    /** Returns text of its own memory, with its NUL, as a structure points to it. */
    static byte @Nullable [] terminated(@Nullable String text, Function<String, byte[]> encoder) {
        if (text == null) {
            return null;
        }
        byte[] bytes = encoder.apply(text);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** Fills a {@code CHAR} array of a structure; what does not fit with its NUL is cut off. */
    static void fill(byte[] field, byte[] text) {
        if (field.length > 0) {
            set(field, text, Math.min(text.length, field.length - 1));
        }
    }

    /** Hands over as above, into a block of memory. */
    boolean put(byte[] text, @Nullable ByteBlock block, DwordRef size) {
        if (block == null || text.length >= room(block, size)) {
            size.value = text.length + 1;
            return fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        block.buffer().put(0, text).put(text.length, (byte) 0);
        size.value = text.length;
        return true;
    }

    /** What counts is the size that the caller states, but never more than there is. */
    static int room(@Nullable ByteBlock block, DwordRef size) {
        return block == null ? 0 : (int) Math.min(block.sizeof(), Integer.toUnsignedLong(size.value));
    }

    static boolean isWritable(LPVOID buffer) {
        return buffer instanceof ByteBlock block && !block.buffer().isReadOnly();
    }

    static byte[] bytes(ByteBlock block) {
        byte[] bytes = new byte[block.sizeof()];
        block.buffer().get(0, bytes);
        return bytes;
    }

    /** Translates the size of a structure with texts behind it: as many characters, of two bytes each. */
    static int wideSize(int size, int fixedPart) {
        int texts = size - fixedPart;
        return texts <= 0 ? size : (int) Math.min(Integer.MAX_VALUE, fixedPart + 2L * texts);
    }

    /** Translates such a size back. */
    static int ansiSize(int size, int fixedPart) {
        int texts = size - fixedPart;
        return texts <= 0 ? size : fixedPart + (texts + 1) / 2;
    }

    /** Returns the size of a structure of one size, as the wide function counts it. */
    static @Nullable DwordRef wideSize(@Nullable DwordRef size, int ansi, Structure wide) {
        return size == null ? null : new DwordRef(size.value >= ansi ? wide.sizeof() : Math.min(size.value, ansi - 1));
    }

    /** Takes over what became of such a size. */
    static void takeSize(@Nullable DwordRef size, @Nullable DwordRef result, int ansi, Structure wide) {
        if (size != null && result != null && result.value == wide.sizeof()) {
            size.value = ansi;
        }
    }

    private static void set(byte[] buffer, byte[] text, int length) {
        System.arraycopy(text, 0, buffer, 0, length);
        buffer[length] = 0;
    }
}
