package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The odd text of {@code INTERNET_OPTION_SECURITY_CERTIFICATE}: ANSI even for wide callers, and the required size is
 * reported as 1 if the buffer is too small (R-OPTN-35). Raw memory gets the bytes, a text buffer the characters.
 */
final class CertificateTextCodec implements OptionCodec<String> {
    @Override
    public OptionType type() {
        return OptionType.ANSI_TEXT;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public void give(String value, @Nullable LPVOID buffer, DwordRef length) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        int room = buffer instanceof TextBuffer text ? text.capacity() : buffer == null ? 0 : buffer.sizeof();
        if (room <= bytes.length || Integer.compareUnsigned(length.value, bytes.length) <= 0) {
            length.value = 1;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (buffer instanceof TextBuffer text) {
            text.set(value);
        } else if (buffer instanceof ByteBlock block && !block.buffer().isReadOnly()) {
            ByteBuffer target = block.buffer().duplicate();
            target.put(bytes).put((byte) 0);
        } else {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        length.value = bytes.length;
    }

    @Override
    public String take(@Nullable LPVOID buffer, int length) {
        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
