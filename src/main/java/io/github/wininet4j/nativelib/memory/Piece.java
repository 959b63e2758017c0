package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Part of a block, with bounds of its own. It keeps the block from being freed. */
final class Piece extends Memory {
    private static final byte[] ZEROES = new byte[1 << 12];

    private final Block block;
    private final ByteBuffer bytes;
    private final int start;

    /**
     * Creates a part.
     *
     * @param block what it is of
     * @param start where it starts there
     * @param size its bytes
     */
    Piece(Block block, long start, long size) {
        this.block = block;
        this.bytes = block.bytes();
        this.start = (int) start;
        this.peer = Pointer.nativeValue(block) + start;
        this.size = size;
    }

    private int at(long offset, long length) {
        boundsCheck(offset, length);
        return start + (int) offset;
    }

    @Override
    public Pointer share(long offset, long length) {
        boundsCheck(offset, length);
        return new Piece(block, start + offset, length);
    }

    @Override
    public Pointer share(long offset) {
        return share(offset, size - offset);
    }

    @Override
    public byte getByte(long offset) {
        return bytes.get(at(offset, Byte.BYTES));
    }

    @Override
    public short getShort(long offset) {
        return bytes.getShort(at(offset, Short.BYTES));
    }

    @Override
    public int getInt(long offset) {
        return bytes.getInt(at(offset, Integer.BYTES));
    }

    @Override
    public long getLong(long offset) {
        return bytes.getLong(at(offset, Long.BYTES));
    }

    @Override
    public @Nullable Pointer getPointer(long offset) {
        return PointerSized.pointer(
                Native.POINTER_SIZE == Long.BYTES ? getLong(offset) : Integer.toUnsignedLong(getInt(offset)));
    }

    @Override
    public byte[] getByteArray(long offset, int length) {
        byte[] copy = new byte[length];
        read(offset, copy, 0, length);
        return copy;
    }

    @Override
    public void read(long offset, byte[] array, int index, int length) {
        bytes.get(at(offset, length), array, index, length);
    }

    @Override
    public void setByte(long offset, byte value) {
        bytes.put(at(offset, Byte.BYTES), value);
    }

    @Override
    public void setShort(long offset, short value) {
        bytes.putShort(at(offset, Short.BYTES), value);
    }

    @Override
    public void setInt(long offset, int value) {
        bytes.putInt(at(offset, Integer.BYTES), value);
    }

    @Override
    public void setLong(long offset, long value) {
        bytes.putLong(at(offset, Long.BYTES), value);
    }

    @Override
    public void setPointer(long offset, @Nullable Pointer value) {
        long address = PointerSized.address(value);
        if (Native.POINTER_SIZE == Long.BYTES) {
            setLong(offset, address);
        } else {
            setInt(offset, (int) address);
        }
    }

    @Override
    public void write(long offset, byte[] array, int index, int length) {
        bytes.put(at(offset, length), array, index, length);
    }

    @Override
    public void setMemory(long offset, long length, byte value) {
        int from = at(offset, length);
        byte[] filling = ZEROES;
        if (value != 0) {
            filling = new byte[(int) Math.min(length, ZEROES.length)];
            Arrays.fill(filling, value);
        }
        for (int done = 0; done < length; done += filling.length) {
            bytes.put(from + done, filling, 0, (int) Math.min(filling.length, length - done));
        }
    }

    @Override
    public void clear(long length) {
        setMemory(0, length, (byte) 0);
    }

    @Override
    public ByteBuffer getByteBuffer(long offset, long length) {
        return bytes.slice(at(offset, length), (int) length).order(ByteOrder.nativeOrder());
    }
}
