package io.github.wininet4j.engine.url;

import io.github.wininet4j.type.CodePage;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Percent escapes. */
public final class UrlEscaper {
    /** Escapes nothing. */
    static final int NOTHING = 0;

    /** Escapes spaces. */
    static final int SPACES = 1;

    /** Escapes what R-URL-4 calls unsafe, apart from the percent sign (R-URL-5). */
    static final int UNSAFE = 2;

    /** Escapes what is unsafe and the percent sign. */
    static final int UNSAFE_AND_PERCENT = 3;

    /** Escapes also what separates the parts of an authority. */
    static final int AUTHORITY = 4;

    /** Marks what ends a segment or a path. */
    private static final int SEPARATOR = 5;

    private static final String HEX = "0123456789ABCDEF";

    /** Per ASCII character, a bit for each of the kinds above. */
    private static final byte[] TABLE = table();

    private UrlEscaper() {}

    private static byte[] table() {
        byte[] table = new byte[0x80];
        int unsafe = 1 << UNSAFE | 1 << UNSAFE_AND_PERCENT | 1 << AUTHORITY;
        for (int c = 0; c < ' '; c++) {
            table[c] = (byte) unsafe;
        }
        table[0x7F] = (byte) unsafe;
        table[' '] = (byte) (unsafe | 1 << SPACES);
        // The grave accent is missing in R-URL-4 but unsafe in RFC 1738, and escaped by WinInet.
        for (char c : "<>\"#{}|\\^~[]'`".toCharArray()) {
            table[c] = (byte) unsafe;
        }
        table['%'] = 1 << UNSAFE_AND_PERCENT | 1 << AUTHORITY;
        for (char c : "/:?@".toCharArray()) {
            table[c] = 1 << AUTHORITY;
        }
        for (char c : "/\\?#".toCharArray()) {
            table[c] |= 1 << SEPARATOR;
        }
        return table;
    }

    /** Returns whether an ASCII character is escaped. */
    static boolean escapes(char c, int kind) {
        return (TABLE[c] & 1 << kind) != 0;
    }

    /** Finds the first character from a place on that may have to be escaped or may end a segment. */
    static int plainEnd(String text, int start, int end, int kind) {
        int stops = 1 << kind | 1 << SEPARATOR;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c >= 0x80 || (TABLE[c] & stops) != 0) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Writes a byte as {@code %XX}. */
    static void append(StringBuilder out, int b) {
        out.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
    }

    /**
     * Writes a character of a URL, escaped if it has to be. U+0080 to U+00FF and raw bytes count as the bytes 80 to FF;
     * characters above are left alone.
     */
    static void append(StringBuilder out, String text, int index, int kind) {
        char c = text.charAt(index);
        if (c < 0x80) {
            if (escapes(c, kind)) {
                append(out, c);
            } else {
                out.append(c);
            }
        } else if (kind < UNSAFE) {
            out.append(c);
        } else if (c <= 0xFF) {
            append(out, c);
        } else if (UrlText.isRawByte(text, index)) {
            append(out, UrlText.rawByte(c));
        } else {
            out.append(c);
        }
    }

    /**
     * Decodes {@code %XX}. Each escape becomes the character U+0000 to U+00FF of that number, as in WinInet's wide
     * functions; malformed escapes stay, and so does {@code %00}, which no C string could hold.
     *
     * @param text a text
     * @param start where to begin in it
     * @param end where to end, exclusive
     * @return that part, decoded
     */
    public static String decode(String text, int start, int end) {
        int percent = text.indexOf('%', start);
        if (percent < 0 || percent >= end) {
            return text.substring(start, end);
        }
        StringBuilder out = new StringBuilder(end - start).append(text, start, percent);
        int i = percent;
        while (i < end) {
            char c = text.charAt(i);
            int value = c == '%' && end - i > 2
                    ? UrlText.hexDigit(text.charAt(i + 1)) << 4 | UrlText.hexDigit(text.charAt(i + 2))
                    : 0;
            if (value > 0) {
                out.append((char) value);
                i += 3;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /**
     * Writes a component that a caller gave to InternetCreateUrl: its unsafe characters escaped, the others of the
     * system code page as bytes of that, or all as UTF-8 if one has no place there (page InternetCreateUrl).
     *
     * @param kind which ASCII characters to escape
     * @param keep characters to leave unescaped anyway
     */
    static void appendComponent(StringBuilder out, String text, int kind, String keep) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                appendForeign(out, text, i, kind, keep);
                return;
            }
            if (escapes(c, kind) && keep.indexOf(c) < 0) {
                append(out, c);
            } else {
                out.append(c);
            }
        }
    }

    private static void appendForeign(StringBuilder out, String text, int start, int kind, String keep) {
        CharsetEncoder system = CodePage.charsetOrAnsi(CodePage.CP_ACP).newEncoder();
        boolean encodable = true;
        for (int i = start; i < text.length() && encodable; i++) {
            encodable = UrlText.isRawByte(text, i) || system.canEncode(text.charAt(i));
        }
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (escapes(c, kind) && keep.indexOf(c) < 0) {
                    append(out, c);
                } else {
                    out.append(c);
                }
                i++;
            } else if (UrlText.isRawByte(text, i)) {
                append(out, UrlText.rawByte(c));
                i++;
            } else {
                int next = text.offsetByCodePoints(i, 1);
                byte[] bytes = text.substring(i, next).getBytes(encodable ? system.charset() : StandardCharsets.UTF_8);
                for (byte b : bytes) {
                    append(out, b);
                }
                i = next;
            }
        }
    }
}
