package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Memory of C that may not be there, read by the system: where WinInet survives a bad pointer (R-REQ-19). */
final class ProbedMemory {
    /** Of no system larger pages than a multiple of it. */
    private static final int PAGE = 4096;

    /** No text is longer, and no array of texts has more of them. */
    private static final int LONGEST = 1 << 20;

    private ProbedMemory() {}

    /**
     * Reads an array of texts with NULL at its end.
     *
     * @param array where it is
     * @param unit bytes of a character
     * @return the bytes of each without its NUL; null if any of it cannot be read
     */
    static @Nullable List<byte[]> texts(Pointer array, int unit) {
        List<byte[]> found = new ArrayList<>();
        while (found.size() < LONGEST) {
            long slot = Pointer.nativeValue(array) + (long) found.size() * Native.POINTER_SIZE;
            long address = address(slot);
            if (address == 0) {
                return found;
            }
            byte[] text = address < 0 ? null : text(address, unit);
            if (text == null) {
                return null;
            }
            found.add(text);
        }
        return null;
    }

    /** Returns the pointer at an address; one that no program has, -1, if it cannot be read. */
    private static long address(long from) {
        byte[] bytes = read(from, Native.POINTER_SIZE);
        if (bytes == null) {
            return -1;
        }
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        return number.put(0, bytes).getLong(0);
    }

    private static byte @Nullable [] text(long from, int unit) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int seen = 0;
        while (text.size() < LONGEST) {
            long at = from + text.size();
            byte[] part = read(at, PAGE - (int) (at & (PAGE - 1)));
            if (part == null) {
                return null;
            }
            text.write(part, 0, part.length);
            byte[] all = text.toByteArray();
            for (; seen + unit <= all.length; seen += unit) {
                if (all[seen] == 0 && all[seen + unit - 1] == 0) {
                    return Arrays.copyOf(all, seen);
                }
            }
        }
        return null;
    }

    private static byte @Nullable [] read(long from, int size) {
        byte[] bytes = new byte[size];
        return CLibrary.copy(bytes, from) == size ? bytes : null;
    }
}
