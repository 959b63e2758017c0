package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Text of bytes in C memory, in whatever code page. */
public final class NarrowText {
    private NarrowText() {}

    /**
     * Reads bytes up to and including the NUL.
     *
     * @param memory where the text starts, or null
     * @return the bytes, or null
     */
    public static byte @Nullable [] read(@Nullable Pointer memory) {
        return memory == null ? null : memory.getByteArray(0, length(memory) + 1);
    }

    /**
     * Counts bytes up to the NUL.
     *
     * @param memory where the text starts
     * @return bytes without the NUL
     */
    public static int length(Pointer memory) {
        return (int) memory.indexOf(0, (byte) 0);
    }

    /**
     * Counts bytes up to the NUL or to a limit; what lies behind is not touched.
     *
     * @param memory where the text starts
     * @param limit bytes at most
     * @return bytes without the NUL
     */
    public static int length(Pointer memory, int limit) {
        int length = 0;
        while (length < limit && memory.getByte(length) != 0) {
            length++;
        }
        return length;
    }
}
