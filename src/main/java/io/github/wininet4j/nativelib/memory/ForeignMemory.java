package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Memory that a library points to: followed as it is, or only as far as the system says that it can be read. */
public final class ForeignMemory {
    /** For pointers of this project: nothing is checked. */
    public static final ForeignMemory TRUSTED = new ForeignMemory(null);

    /** For pointers of others. */
    public static final ForeignMemory CHECKED = new ForeignMemory(MemoryProbe.ofSystem());

    /** No system has pages of which this is not a divisor. */
    private static final int PAGE = 4096;

    /** Nothing that WinInet points to is longer. */
    private static final int LONGEST = 1 << 24;

    private final @Nullable MemoryProbe probe;

    private ForeignMemory(@Nullable MemoryProbe probe) {
        this.probe = probe;
    }

    /**
     * Returns memory of a certain size.
     *
     * @param at where it is, or null
     * @param size its bytes
     * @return the memory or a copy of it; null if any of it cannot be read
     */
    public @Nullable Pointer block(@Nullable Pointer at, long size) {
        if (at == null || size < 0 || size > LONGEST) {
            return null;
        }
        if (probe == null) {
            return at;
        }
        byte[] bytes = probe.read(Pointer.nativeValue(at), (int) size);
        if (bytes == null) {
            return null;
        }
        Memory copy = new Memory(Math.max(size, 1));
        copy.write(0, bytes, 0, bytes.length);
        return copy;
    }

    /**
     * Reads wide text up to its NUL.
     *
     * @param at where it starts, or null
     * @return the text, or null
     */
    public @Nullable String wide(@Nullable Pointer at) {
        if (probe == null || at == null) {
            return WideText.read(at);
        }
        byte[] bytes = text(probe, at, Character.BYTES);
        return bytes == null ? null : WideText.of(bytes);
    }

    /**
     * Reads bytes up to and including the NUL.
     *
     * @param at where they start, or null
     * @return the bytes, or null
     */
    public byte @Nullable [] narrow(@Nullable Pointer at) {
        if (probe == null || at == null) {
            return NarrowText.read(at);
        }
        byte[] bytes = text(probe, at, 1);
        return bytes == null ? null : Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** Reads page by page: what lies behind the NUL may not be there. */
    private static byte @Nullable [] text(MemoryProbe probe, Pointer at, int unit) {
        byte[] text = new byte[PAGE];
        int length = 0;
        while (length < LONGEST) {
            long from = Pointer.nativeValue(at) + length;
            byte[] part = probe.read(from, PAGE - (int) (from & (PAGE - 1)));
            if (part == null) {
                return null;
            }
            if (length + part.length > text.length) {
                text = Arrays.copyOf(text, 2 * text.length);
            }
            System.arraycopy(part, 0, text, length, part.length);
            int scanned = length / unit * unit;
            length += part.length;
            int end = end(text, scanned, length, unit);
            if (end >= 0) {
                return Arrays.copyOf(text, end);
            }
        }
        return null;
    }

    private static int end(byte[] bytes, int start, int length, int unit) {
        for (int i = start; i + unit <= length; i += unit) {
            if (bytes[i] == 0 && bytes[i + unit - 1] == 0) {
                return i;
            }
        }
        return -1;
    }
}
