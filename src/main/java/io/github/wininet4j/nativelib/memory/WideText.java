package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Text of 16-bit characters in C memory. JNA's own wide strings have the size of {@code wchar_t}, which is 32 bits on
 * Unix.
 */
public final class WideText {
    private static final int AT_A_TIME = Long.BYTES / Character.BYTES;
    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long TOP_BITS = 0x8000_8000_8000_8000L;

    private WideText() {}

    /**
     * Views memory as characters.
     *
     * @param memory where it starts
     * @param capacity characters
     * @return a direct view in the machine's byte order
     */
    public static CharBuffer view(Pointer memory, int capacity) {
        return bytes(memory, (long) capacity * Character.BYTES).asCharBuffer();
    }

    /**
     * Views memory as bytes.
     *
     * @param memory where it starts
     * @param size bytes; more than a buffer can have is cut
     * @return a direct view in the machine's byte order
     */
    public static ByteBuffer bytes(Pointer memory, long size) {
        return memory.getByteBuffer(0, Math.min(size, Integer.MAX_VALUE)).order(ByteOrder.nativeOrder());
    }

    /**
     * Reads up to the NUL.
     *
     * @param memory where the text starts, or null
     * @return the text, or null
     */
    public static @Nullable String read(@Nullable Pointer memory) {
        return memory == null ? null : read(memory, length(memory));
    }

    /**
     * Reads characters, NULs included.
     *
     * @param memory where the text starts
     * @param length characters
     * @return the text
     */
    public static String read(Pointer memory, int length) {
        return copy(memory, length).toString();
    }

    /**
     * Counts characters up to the NUL.
     *
     * @param memory where the text starts
     * @return characters without the NUL
     */
    public static int length(Pointer memory) {
        return length(memory, Integer.MAX_VALUE);
    }

    /**
     * Counts characters up to the NUL or to a limit; what lies behind is not touched.
     *
     * @param memory where the text starts
     * @param limit characters at most
     * @return characters without the NUL
     */
    public static int length(Pointer memory, int limit) {
        int length = 0;
        // As numbers: characters of JNA are as wide as wchar_t.
        while (length < limit) {
            long offset = (long) length * Character.BYTES;
            boolean isAligned = (PointerSized.address(memory) + offset) % Long.BYTES == 0;
            // Four at a time, as each access is a call. They are all of one page.
            if (isAligned && limit - length >= AT_A_TIME && hasNoNul(memory.getLong(offset))) {
                length += AT_A_TIME;
            } else if (memory.getShort(offset) == 0) {
                return length;
            } else {
                length++;
            }
        }
        return length;
    }

    /** Subtracts 1 from each character: only a NUL, or what borrows from one, then has a top bit that it had not. */
    private static boolean hasNoNul(long four) {
        return ((four - ONES) & ~four & TOP_BITS) == 0;
    }

    /**
     * Writes text and a NUL.
     *
     * @param memory where to; large enough
     * @param text the text
     */
    public static void write(Pointer memory, String text) {
        byte[] bytes = new byte[(text.length() + 1) * Character.BYTES];
        chars(bytes).put(text);
        memory.write(0, bytes, 0, bytes.length);
    }

    /**
     * Copies characters, NULs included.
     *
     * @param memory where they start
     * @param length characters
     * @return the characters
     */
    public static CharBuffer copy(Pointer memory, int length) {
        return chars(memory.getByteArray(0, length * Character.BYTES));
    }

    /**
     * Returns the text that bytes of C memory are.
     *
     * @param bytes two for each character, in the machine's byte order
     * @return the text
     */
    public static String of(byte[] bytes) {
        return chars(bytes).toString();
    }

    private static CharBuffer chars(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asCharBuffer();
    }
}
