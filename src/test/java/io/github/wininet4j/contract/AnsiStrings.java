package io.github.wininet4j.contract;

import io.github.wininet4j.type.ByteBlock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** C strings of bytes, one byte for each character. */
final class AnsiStrings {
    private AnsiStrings() {}

    /** A C string: one byte for each character, and a NUL. */
    static byte[] z(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** The bytes before the first NUL, one character for each. */
    static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    static String text(ByteBlock block) {
        byte[] bytes = new byte[block.sizeof()];
        block.buffer().get(0, bytes);
        return text(bytes);
    }

    /** A block that holds a C string. */
    static ByteBlock block(String text, int size) {
        return new ByteBlock(ByteBuffer.wrap(Arrays.copyOf(z(text), size)));
    }
}
