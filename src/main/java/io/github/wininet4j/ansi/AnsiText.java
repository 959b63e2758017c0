package io.github.wininet4j.ansi;

import io.github.wininet4j.type.CodePage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The text of ANSI callers in one code page. Immutable.
 *
 * <p>Three kinds of text leave a caller's bytes. Ordinary text ({@link #text(byte[])}) is read in the code page. Header
 * text ({@link #header}) is ISO-8859-1 whatever the code page is (R-GEN-14). URLs ({@link #url}, {@link #target}) keep
 * their bytes 80 to FF as U+DC80 to U+DCFF, low surrogates without a partner, so that the wide functions give each of
 * them back as it was (R-WIRE-10). A byte that means nothing in the code page is kept that way in ordinary text too, so
 * that no text is damaged on its way through.
 */
public final class AnsiText {
    private static final char RAW = '\uDC00';
    private static final char RAW_FIRST = '\uDC80';
    private static final char RAW_LAST = '\uDCFF';

    /** The longest character of any code page, in bytes. */
    private static final int LONGEST = 4;

    /** Trail bytes that would be taken for separators of a URL if they stood alone. */
    private static final String DELIMITERS = "@[\\]";

    private final Charset charset;
    private final boolean isSingleByte;

    /** Of a single-byte page, the bytes 80 to 9F that mean nothing. */
    private final BitSet unmapped = new BitSet();

    /** What an unmappable character becomes: U+FFFD in UTF-8, else a question mark (page WideCharToMultiByte). */
    private final byte[] replacement;

    private AnsiText(Charset charset) {
        this.charset = charset;
        this.isSingleByte = charset.newEncoder().maxBytesPerChar() == 1;
        this.replacement =
                charset.equals(StandardCharsets.UTF_8) ? "\uFFFD".getBytes(charset) : new byte[] {(byte) '?'};
        for (int b = 0x80; isSingleByte && b < 0xA0; b++) {
            CharacterCursor cursor = new CharacterCursor(new byte[] {(byte) b}, 0, 1);
            unmapped.set(b, cursor.next() && cursor.decoded == null);
        }
    }

    /**
     * Returns the text of a code page.
     *
     * @param codePage its number, for example 1252, 932 or {@link CodePage#CP_UTF8}
     * @return the text
     * @throws IllegalArgumentException if this JVM does not know the code page
     */
    public static AnsiText of(int codePage) {
        Charset charset = CodePage.charset(codePage);
        if (charset == null) {
            throw new IllegalArgumentException("unknown code page " + Integer.toUnsignedString(codePage));
        }
        return new AnsiText(charset);
    }

    /**
     * Returns the text of a charset.
     *
     * @param charset a charset whose bytes below 80 are ASCII where a character begins
     * @return the text
     * @throws IllegalArgumentException if it is another one
     */
    public static AnsiText of(Charset charset) {
        byte[] ascii = new byte[0x80];
        for (int b = 0; b < ascii.length; b++) {
            ascii[b] = (byte) b;
        }
        String text = new String(ascii, StandardCharsets.US_ASCII);
        if (!charset.canEncode() || !Arrays.equals(text.getBytes(charset), ascii)) {
            throw new IllegalArgumentException(charset + " is no ANSI code page: it does not contain ASCII");
        }
        return new AnsiText(charset);
    }

    /** {@return the charset of the code page} */
    public Charset charset() {
        return charset;
    }

    /**
     * Reads ordinary text.
     *
     * @param bytes the bytes up to a NUL or the end, or null
     * @return the text, or null for null
     */
    public @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : text(bytes, 0, length(bytes, 0));
    }

    /**
     * Reads ordinary text.
     *
     * @param bytes holds the text
     * @param start where it begins
     * @param end where it ends, exclusive; NULs before are part of it
     * @return the text
     */
    public String text(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        CharacterCursor cursor = new CharacterCursor(bytes, start, end);
        while (cursor.next()) {
            if (cursor.first < 0x80) {
                out.append((char) cursor.first);
            } else if (cursor.decoded != null) {
                out.append(cursor.decoded);
            } else {
                out.append(unmappedChar(cursor.first));
            }
        }
        return out.toString();
    }

    /**
     * Reads header text.
     *
     * @param bytes the bytes up to a NUL or the end, or null
     * @return the text, each byte a character, or null for null
     */
    public static @Nullable String header(byte @Nullable [] bytes) {
        return bytes == null ? null : header(bytes, length(bytes, 0));
    }

    static String header(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a URL that a wide function takes apart or rewrites. Bytes from 80 on are kept as low surrogates; only a
     * double-byte character whose second byte looks like a separator is decoded, so that it is not mistaken for one.
     *
     * @param bytes the bytes up to a NUL or the end, or null
     * @return the URL, or null for null
     */
    public @Nullable String url(byte @Nullable [] bytes) {
        return bytes == null ? null : url(bytes, 0, length(bytes, 0));
    }

    String url(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        CharacterCursor cursor = new CharacterCursor(bytes, start, end);
        while (cursor.next()) {
            if (cursor.decoded != null && cursor.trailIsDelimiter()) {
                out.append(cursor.decoded);
            } else {
                cursor.appendBytes(out);
            }
        }
        return out.toString();
    }

    /**
     * Reads the path and query of a request, which go out byte for byte (R-WIRE-10). In the path a second byte that
     * looks like a backslash is escaped, because a backslash would become a slash (R-REQ-12).
     *
     * @param bytes the bytes up to a NUL or the end, or null
     * @return the object name for the wide function, or null for null
     */
    public @Nullable String target(byte @Nullable [] bytes) {
        return bytes == null ? null : target(bytes, 0, length(bytes, 0));
    }

    String target(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        CharacterCursor cursor = new CharacterCursor(bytes, start, end);
        boolean inPath = true;
        while (cursor.next()) {
            inPath = inPath && cursor.first != '?';
            if (inPath && cursor.decoded != null && cursor.length == 2 && cursor.last() == '\\') {
                out.append(raw(cursor.first)).append("%5C");
            } else {
                cursor.appendBytes(out);
            }
        }
        return out.toString();
    }

    /** Keeps every byte: those from 80 on as low surrogates. */
    static String raw(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            appendByte(out, bytes[i]);
        }
        return out.toString();
    }

    /**
     * Writes ordinary text.
     *
     * @param text the text
     * @return its bytes without a NUL; a character that the code page lacks becomes a question mark, U+FFFD in UTF-8
     */
    public byte[] bytes(String text) {
        return bytes(text, 0x80);
    }

    /**
     * Writes a URL or another text whose characters up to U+00FF are bytes already, escapes decoded.
     *
     * @param text the text
     * @return its bytes without a NUL
     */
    public byte[] urlBytes(String text) {
        return bytes(text, 0x100);
    }

    /**
     * Writes header text.
     *
     * @param text the text
     * @return its bytes without a NUL; a character above U+00FF becomes a question mark
     */
    public static byte[] headerBytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = (byte) (c <= 0xFF || isRaw(text, i) ? c : '?');
        }
        return bytes;
    }

    /** Writes characters below a limit as the byte of that number, the others in the code page. */
    private byte[] bytes(String text, int limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        CharsetEncoder encoder = null;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = i + 1;
            if (c < limit || isRaw(text, i) || unmapped.get(c)) {
                out.write(c);
            } else {
                encoder = encoder == null ? charset.newEncoder() : encoder;
                next = text.offsetByCodePoints(i, 1);
                encode(encoder, text, i, next, out);
            }
            i = next;
        }
        return out.toByteArray();
    }

    private void encode(CharsetEncoder encoder, String text, int start, int end, ByteArrayOutputStream out) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * LONGEST);
        boolean mapped = encoder.reset()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text, start, end), buffer, true)
                .isUnderflow();
        if (mapped) {
            out.write(buffer.array(), 0, buffer.position());
            return;
        }
        // Windows counts UTF-16 units: a character beyond U+FFFF becomes two question marks.
        for (int i = start; i < (replacement.length == 1 ? end : start + 1); i++) {
            out.write(replacement, 0, replacement.length);
        }
    }

    /**
     * Returns whether a character stands for a byte: a low surrogate of that range with no high surrogate before it.
     */
    private static boolean isRaw(String text, int index) {
        char c = text.charAt(index);
        return c >= RAW_FIRST && c <= RAW_LAST && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static char raw(int b) {
        return (char) (RAW | b);
    }

    private static void appendByte(StringBuilder out, byte b) {
        out.append(b < 0 ? raw(b & 0xFF) : (char) b);
    }

    /**
     * What stands for a byte that has no character: in single-byte pages the control character of its number, as in
     * Windows.
     */
    private char unmappedChar(int b) {
        return unmapped.get(b) ? (char) b : raw(b);
    }

    /** Returns where text ends: at its NUL or at the end of the array. */
    static int length(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** Walks through bytes, character by character. */
    private final class CharacterCursor {
        private final byte[] bytes;
        private final int end;
        private int at;

        /** Length of the current character in bytes. */
        private int length;

        /** Its first byte. */
        private int first;

        /** The character, unless it is ASCII or the byte means nothing. */
        private @Nullable String decoded;

        private @Nullable CharsetDecoder decoder;

        CharacterCursor(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.at = start;
            this.end = end;
        }

        boolean next() {
            at += length;
            if (at >= end) {
                return false;
            }
            first = bytes[at] & 0xFF;
            decoded = null;
            length = 1;
            int longest = first < 0x80 ? 0 : Math.min(LONGEST, end - at);
            for (int n = 1; n <= longest && decoded == null; n++) {
                decoded = decode(n);
                length = decoded == null ? 1 : n;
            }
            return true;
        }

        private @Nullable String decode(int count) {
            CharsetDecoder coder = decoder;
            if (coder == null) {
                coder = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
                decoder = coder;
            }
            CharBuffer out = CharBuffer.allocate(LONGEST);
            boolean whole = coder.reset()
                            .decode(ByteBuffer.wrap(bytes, at, count), out, true)
                            .isUnderflow()
                    && coder.flush(out).isUnderflow();
            return whole && out.position() > 0 ? out.flip().toString() : null;
        }

        byte last() {
            return bytes[at + length - 1];
        }

        boolean trailIsDelimiter() {
            return length == 2 && DELIMITERS.indexOf(last()) >= 0;
        }

        void appendBytes(StringBuilder out) {
            for (int i = at; i < at + length; i++) {
                appendByte(out, bytes[i]);
            }
        }
    }
}
