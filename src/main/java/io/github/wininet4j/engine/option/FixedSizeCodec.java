package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * A C type of one size: a number, a pointer or a structure. A query takes any length from that size on, a set exactly
 * that size.
 *
 * @param <V> the type of the value
 */
public final class FixedSizeCodec<V> implements OptionCodec<V> {
    /**
     * Puts a value into a buffer.
     *
     * @param <V> the type of the value
     */
    @FunctionalInterface
    public interface Writer<V> {
        /**
         * Puts a value.
         *
         * @param buffer the buffer; large enough
         * @param value the value
         * @return false if the buffer is of another type
         */
        boolean write(LPVOID buffer, V value);
    }

    /**
     * Takes a value out of a buffer.
     *
     * @param <V> the type of the value
     */
    @FunctionalInterface
    public interface Reader<V> {
        /**
         * Takes the value.
         *
         * @param buffer the buffer; large enough
         * @return the value, or null if the buffer is of another type
         */
        @Nullable
        V read(LPVOID buffer);
    }

    private final OptionType type;
    private final int size;
    private final int wrongLength;
    private final Writer<V> writer;
    private final Reader<V> reader;

    /**
     * Creates a codec.
     *
     * @param type the C type
     * @param size its size in bytes
     * @param wrongLength the error when another length is set
     * @param writer puts values
     * @param reader takes values
     */
    public FixedSizeCodec(OptionType type, int size, int wrongLength, Writer<V> writer, Reader<V> reader) {
        this.type = type;
        this.size = size;
        this.wrongLength = wrongLength;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public OptionType type() {
        return type;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void give(V value, @Nullable LPVOID buffer, DwordRef length) {
        if (buffer == null || Integer.compareUnsigned(length.value, size) < 0 || isTooSmall(buffer)) {
            length.value = size;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        boolean readOnly = buffer instanceof ByteBlock block && block.buffer().isReadOnly();
        if (readOnly || !writer.write(buffer, value)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        length.value = size;
    }

    @Override
    public V take(@Nullable LPVOID buffer, int length) {
        if (length != size) {
            throw new WinInetFailure(wrongLength);
        }
        V value = buffer == null || isTooSmall(buffer) ? null : reader.read(buffer);
        if (value == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return value;
    }

    /** Raw memory has its own size; all else has the size of its type. */
    private boolean isTooSmall(LPVOID buffer) {
        return buffer instanceof ByteBlock && buffer.sizeof() < size;
    }
}
