package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A buffer of bytes that an A function fills. */
final class AnsiOutput {
    /** No text is longer; larger stated lengths are capped. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** Marks what has not been written; a text ends with NUL, so its last byte is never this. */
    private static final byte UNTOUCHED = 1;

    private AnsiOutput() {}

    /** Gives the function an array and moves to C only what it has written: C may have claimed more than it owns. */
    static byte @Nullable [] take(InboundCall call, int index, int size) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        byte[] array = new byte[Math.min(size, LONGEST_TEXT)];
        Arrays.fill(array, UNTOUCHED);
        call.onCompletion(() -> move(array, memory));
        return array;
    }

    static void move(byte[] array, Pointer memory) {
        int end = array.length;
        while (end > 0 && array[end - 1] == UNTOUCHED) {
            end--;
        }
        memory.write(0, array, 0, end);
    }
}
