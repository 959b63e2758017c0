package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where C memory for texts and structures comes from: either memory that lives as long as the arena is reachable, or blocks of the C
 * heap that the receiver frees.
 */
public final class Arena {
    private final List<Memory> blocks = new ArrayList<>(2);
    private final boolean receiverFrees;
    private @Nullable Pointer rest;

    private Arena(boolean receiverFrees, @Nullable Pointer rest) {
        this.receiverFrees = receiverFrees;
        this.rest = rest;
    }

    /**
     * Creates an arena that owns its memory.
     *
     * @return an empty arena
     */
    public static Arena owned() {
        return new Arena(false, null);
    }

    /**
     * Creates an arena for results that the C caller frees with {@code GlobalFree} or {@code LocalFree}.
     *
     * @return an empty arena
     */
    public static Arena freedByReceiver() {
        return new Arena(true, null);
    }

    /**
     * Creates an arena that gives out memory which somebody else has counted and owns, as behind a structure.
     *
     * @param memory where it starts
     * @return the arena
     */
    public static Arena within(Pointer memory) {
        return new Arena(false, memory);
    }

    /**
     * Gives out zeroed memory.
     *
     * @param size bytes; at least one byte is given
     * @return its address
     */
    public Pointer allocate(long size) {
        Pointer part = rest;
        if (part != null) {
            rest = part.share(size);
            return part;
        }
        long bytes = Math.max(size, 1);
        if (receiverFrees) {
            Pointer block = new Pointer(Native.malloc(bytes));
            block.clear(bytes);
            return block;
        }
        Memory block = new Memory(bytes);
        block.clear();
        blocks.add(block);
        return block;
    }

    /**
     * Places wide text and its NUL.
     *
     * @param text the text
     * @return its address
     */
    public Pointer wide(String text) {
        Pointer block = allocate((text.length() + 1L) * Character.BYTES);
        WideText.write(block, text);
        return block;
    }

    /**
     * Places bytes and a NUL.
     *
     * @param text the bytes, with or without NUL
     * @return their address
     */
    public Pointer ansi(byte[] text) {
        Pointer block = allocate(text.length + 1L);
        block.write(0, text, 0, text.length);
        return block;
    }
}
