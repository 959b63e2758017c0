package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where C memory for texts and structures comes from: either memory that lives until the arena is released or
 * unreachable, or blocks of the C heap that the receiver frees.
 */
public final class Arena {
    private static final BlockCache BLOCKS = new BlockCache();

    /** Suits any type of C. */
    private static final int ALIGNMENT = 16;

    private final List<Block> blocks = new ArrayList<>(1);
    private long used;
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
     * Creates an arena that gives out memory which another owner has counted, as behind a structure.
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
        Pointer part = allocateUninitialized(size);
        // Memory within another's is as its owner has it.
        if (rest == null) {
            part.clear(Math.max(size, 1));
        }
        return part;
    }

    /**
     * Gives out memory with anything in it, for a caller that fills it.
     *
     * @param size bytes; at least one byte is given
     * @return its address
     */
    public Pointer allocateUninitialized(long size) {
        Pointer part = rest;
        if (part != null) {
            rest = part.share(size);
            return part;
        }
        long bytes = Math.max(size, 1);
        return receiverFrees ? new Pointer(Native.malloc(bytes)) : piece(bytes);
    }

    private Pointer piece(long bytes) {
        Block block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (block == null || block.size() - used < bytes) {
            block = BLOCKS.take(bytes);
            blocks.add(block);
            used = 0;
        }
        Pointer piece = new Piece(block, used, bytes);
        used = Math.min(block.size(), (used + bytes + ALIGNMENT - 1) & -ALIGNMENT);
        return piece;
    }

    /**
     * Gives the memory to others. Only for an arena of its own memory, once, and when neither C nor Java will use its
     * pointers.
     */
    public void release() {
        blocks.forEach(BLOCKS::giveBack);
        blocks.clear();
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
        boolean ends = text.length > 0 && text[text.length - 1] == 0;
        // What another owner has counted has no room for a second NUL.
        Pointer block = allocate(ends ? text.length : text.length + 1L);
        block.write(0, text, 0, text.length);
        if (!ends) {
            block.setByte(text.length, (byte) 0);
        }
        return block;
    }
}
