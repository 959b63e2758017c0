package io.github.wininet4j.engine.url;

/** Kinds of characters in URLs. ASCII only: what a locale calls a letter does not count. */
final class UrlText {
    /** U+DC80 to U+DCFF without a partner stand for the bytes 80 to FF of an ANSI caller. */
    private static final char RAW_BYTE_FIRST = '\uDC80';

    private static final char RAW_BYTE_LAST = '\uDCFF';

    private UrlText() {}

    static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    static char toLowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    static boolean isSchemeCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    }

    /** Returns whether query or fragment begin here. */
    static boolean isExtra(char c) {
        return c == '?' || c == '#';
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /**
     * Finds where query and fragment begin.
     *
     * @return the index of the first {@code ?} or {@code #}, or the end
     */
    static int extraStart(String text, int start, int end) {
        int i = start;
        while (i < end && !isExtra(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /**
     * Reads a hexadecimal digit.
     *
     * @return its value, -1 if it is none
     */
    static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'f' && c < 0x80 ? lower - 'a' + 10 : -1;
    }

    /**
     * Returns whether a character stands for a raw byte: a low surrogate of that range with no high surrogate before
     * it.
     */
    static boolean isRawByte(String text, int index) {
        char c = text.charAt(index);
        return c >= RAW_BYTE_FIRST
                && c <= RAW_BYTE_LAST
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** Returns the byte that a raw byte character stands for. */
    static int rawByte(char c) {
        return c & 0xFF;
    }

    /** Returns where the text of a C string ends: at its NUL or at its end. */
    static int length(String text) {
        int nul = text.indexOf(0);
        return nul < 0 ? text.length() : nul;
    }

    /**
     * Applies what every function that writes a URL does first: ends the text at a NUL, strips white space, drops tabs.
     */
    static String clean(String text) {
        int end = length(text);
        int start = 0;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        String clean = text.substring(start, end);
        return clean.indexOf('\t') < 0 ? clean : clean.replace("\t", "");
    }
}
