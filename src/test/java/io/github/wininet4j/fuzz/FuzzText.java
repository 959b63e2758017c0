package io.github.wininet4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Texts as bytes: UTF-8 that can also say lone surrogates and NULs. Bytes that are no UTF-8 stand for the raw bytes of
 * ANSI callers, U+DC80 to U+DCFF.
 */
public final class FuzzText {
    private FuzzText() {}

    /**
     * Reads a text.
     *
     * @param input any bytes
     * @return the text
     */
    public static String of(byte[] input) {
        StringBuilder text = new StringBuilder(input.length);
        int i = 0;
        while (i < input.length) {
            int b = input[i] & 0xFF;
            int length = b < 0x80 ? 1 : b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : 0;
            int value = length == 1 ? b : length == 2 ? b & 0x1F : b & 0x0F;
            boolean whole = length > 0 && i + length <= input.length;
            for (int k = 1; whole && k < length; k++) {
                whole = (input[i + k] & 0xC0) == 0x80;
                value = value << 6 | (input[i + k] & 0x3F);
            }
            text.append(whole ? (char) value : b < 0x80 ? (char) b : (char) (0xDC00 | b));
            i += whole ? length : 1;
        }
        return text.toString();
    }

    /**
     * Writes a text, so that {@link #of} reads it again.
     *
     * @param text the text
     * @return its bytes
     */
    public static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out.write(c);
            } else if (c >= 0xDC80 && c <= 0xDCFF) {
                out.write(c & 0xFF);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | (c & 0x3F));
            } else {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | (c >> 6 & 0x3F));
                out.write(0x80 | (c & 0x3F));
            }
        }
        return out.toByteArray();
    }

    /**
     * Shows an input as Java source would.
     *
     * @param input the input
     * @return printable ASCII
     */
    public static String show(byte[] input) {
        StringBuilder out = new StringBuilder();
        for (char c : new String(input, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c >= ' ' && c < 0x7F && c != '\\') {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            }
        }
        return out.toString();
    }
}
