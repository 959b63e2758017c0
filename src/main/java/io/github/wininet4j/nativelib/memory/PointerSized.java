package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Values of pointer size. */
public final class PointerSized {
    /**
     * The pointer that means a failure where null means something else, as {@code INTERNET_INVALID_STATUS_CALLBACK}.
     */
    public static final long ALL_ONES = Native.POINTER_SIZE == Long.BYTES ? -1 : 0xFFFF_FFFFL;

    private PointerSized() {}

    /**
     * Returns what JNA passes as a {@code DWORD_PTR}.
     *
     * @param value the value
     * @return a number of the machine's pointer size
     */
    public static Object of(long value) {
        return Native.POINTER_SIZE == Long.BYTES ? (Object) value : (Object) (int) value;
    }

    /**
     * Reads a {@code DWORD_PTR}.
     *
     * @param at where it is
     * @return its value
     */
    public static long get(Pointer at) {
        return Native.POINTER_SIZE == Long.BYTES ? at.getLong(0) : Integer.toUnsignedLong(at.getInt(0));
    }

    /**
     * Writes a {@code DWORD_PTR}.
     *
     * @param at where it is
     * @param value its value
     */
    public static void set(Pointer at, long value) {
        if (Native.POINTER_SIZE == Long.BYTES) {
            at.setLong(0, value);
        } else {
            at.setInt(0, (int) value);
        }
    }

    /**
     * Returns the address that a pointer holds.
     *
     * @param pointer the pointer, or null
     * @return its address; 0 for null
     */
    public static long address(@Nullable Pointer pointer) {
        return Pointer.nativeValue(pointer);
    }

    /**
     * Returns a pointer to an address.
     *
     * @param address the address
     * @return the pointer; null for 0
     */
    public static @Nullable Pointer pointer(long address) {
        return address == 0 ? null : new Pointer(address);
    }
}
