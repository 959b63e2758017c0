package io.github.wininet4j.engine.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes of which nothing says how they are encoded: what is well-formed UTF-8 is hardly ever anything else. */
public final class Utf8Text {
    private Utf8Text() {}

    /**
     * Decodes UTF-8.
     *
     * @param bytes the bytes
     * @param length how many of them
     * @return the text, or null if they are not well-formed
     */
    public static @Nullable String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Decodes UTF-8, or else another charset.
     *
     * @param bytes the bytes
     * @param other the charset of what is not well-formed
     * @return the text
     */
    public static String decodeOr(byte[] bytes, Charset other) {
        String text = decode(bytes, bytes.length);
        return text == null ? new String(bytes, other) : text;
    }
}
