package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Wide text. A query that fails reports bytes with the NUL, one that succeeds characters without it (R-OPT-5, R-GEN-9,
 * R-GEN-10). A set takes the text up to its NUL, whatever length is stated (R-OPT-4).
 */
final class TextCodec implements OptionCodec<String> {
    private final OptionType type;

    TextCodec(OptionType type) {
        this.type = type;
    }

    @Override
    public OptionType type() {
        return type;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public void give(String value, @Nullable LPVOID buffer, DwordRef length) {
        int needed = (value.length() + 1) * Character.BYTES;
        if (buffer != null && !isText(buffer)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (buffer == null || Integer.compareUnsigned(length.value, needed) < 0 || buffer.sizeof() < needed) {
            length.value = needed;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (buffer instanceof TextBuffer text) {
            text.set(value);
        } else {
            put(value, (ByteBlock) buffer);
        }
        length.value = value.length();
    }

    private static boolean isText(LPVOID buffer) {
        return buffer instanceof TextBuffer
                || (buffer instanceof ByteBlock block && !block.buffer().isReadOnly());
    }

    private static void put(String value, ByteBlock block) {
        ByteBuffer bytes = block.buffer();
        for (int i = 0; i < value.length(); i++) {
            bytes.putChar(i * Character.BYTES, value.charAt(i));
        }
        bytes.putChar(value.length() * Character.BYTES, '\0');
    }

    @Override
    public String take(@Nullable LPVOID buffer, int length) {
        if (buffer instanceof TextBuffer text) {
            return text.toString();
        }
        if (!(buffer instanceof ByteBlock block)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ByteBuffer bytes = block.buffer();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < bytes.capacity() && bytes.getChar(i) != 0; i += Character.BYTES) {
            text.append(bytes.getChar(i));
        }
        return text.toString();
    }
}
