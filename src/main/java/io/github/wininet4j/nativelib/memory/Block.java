package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory of the C heap that Java sees as a buffer as well: to get at it by JNA takes a call for each access. */
final class Block extends Memory {
    private final ByteBuffer bytes;

    Block(long size) {
        super(size);
        // By another pointer: JNA would keep memory and buffer for each other.
        bytes = new Pointer(peer)
                .getByteBuffer(0, Math.min(size, Integer.MAX_VALUE))
                .order(ByteOrder.nativeOrder());
    }

    /** Returns all of it, or as much as a buffer can have. */
    ByteBuffer bytes() {
        return bytes;
    }
}
