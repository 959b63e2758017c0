package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;

/** Types of items: one character on the wire, one bit in WinInet (R-GOPHER-7). */
final class ItemType {
    /** The characters in the order of their bits, from {@code GOPHER_TYPE_TEXT_FILE} on. */
    private static final String CHARACTERS = "0123456789+TgI:;<hPci";

    private static final char UNKNOWN = '?';

    private ItemType() {}

    /** Returns the bit of a character. */
    static int bit(char character) {
        int index = CHARACTERS.indexOf(character);
        return index < 0 ? GopherType.GOPHER_TYPE_UNKNOWN : 1 << index;
    }

    /** Returns the character of the type among some bits, or 0 if it is not exactly one. */
    static char character(int bits) {
        int type = bits & ~(GopherType.GOPHER_TYPE_GOPHER_PLUS | GopherType.GOPHER_TYPE_ASK);
        if (type == 0) {
            return CHARACTERS.charAt(1);
        }
        if (type == GopherType.GOPHER_TYPE_UNKNOWN) {
            return UNKNOWN;
        }
        boolean one = Integer.bitCount(type) == 1 && Integer.numberOfTrailingZeros(type) < CHARACTERS.length();
        return one ? CHARACTERS.charAt(Integer.numberOfTrailingZeros(type)) : 0;
    }
}
