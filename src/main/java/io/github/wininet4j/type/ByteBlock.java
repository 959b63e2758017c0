package io.github.wininet4j.type;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Raw memory: a buffer whose bytes have the C layout, in the machine's byte order. */
public final class ByteBlock implements LPVOID {
    private final ByteBuffer bytes;

    /**
     * Creates zeroed memory.
     *
     * @param size its size in bytes
     */
    public ByteBlock(int size) {
        this(ByteBuffer.allocate(size));
    }

    /**
     * Stands for the remaining bytes of a buffer, heap or direct; the memory is shared.
     *
     * @param buffer the buffer; its position and limit are not changed later
     */
    public ByteBlock(ByteBuffer buffer) {
        this.bytes = buffer.slice().order(ByteOrder.nativeOrder());
    }

    /** {@return a view of the memory in the machine's byte order that starts at position 0} */
    public ByteBuffer buffer() {
        return bytes;
    }

    @Override
    public int sizeof() {
        return bytes.capacity();
    }

    @Override
    public String toString() {
        return "ByteBlock(" + sizeof() + " bytes)";
    }
}
