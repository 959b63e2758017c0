package io.github.wininet4j.engine.websocket;

/** Checks UTF-8 that comes in pieces (RFC 3629). Characters may be cut anywhere. */
final class Utf8Check {
    private static final int CONTINUATION_FIRST = 0x80;
    private static final int CONTINUATION_LAST = 0xBF;

    /** How many bytes the character still needs. */
    private int needed;
    /** What the next of them must be. */
    private int lowest = CONTINUATION_FIRST;

    private int highest = CONTINUATION_LAST;

    /** Creates a check of a text from its beginning. */
    Utf8Check() {}

    /** Creates one that goes on where another stands. */
    Utf8Check(Utf8Check other) {
        needed = other.needed;
        lowest = other.lowest;
        highest = other.highest;
    }

    /**
     * Takes the next bytes.
     *
     * @param bytes where they are
     * @param offset the first
     * @param count how many
     * @return false if the text cannot be UTF-8, whatever follows
     */
    boolean accepts(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (!accepts(bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether no character is cut. */
    boolean isComplete() {
        return needed == 0;
    }

    private boolean accepts(int next) {
        if (needed > 0) {
            boolean fits = next >= lowest && next <= highest;
            needed--;
            expect(CONTINUATION_FIRST, CONTINUATION_LAST);
            return fits;
        }
        if (next < CONTINUATION_FIRST) {
            return true;
        }
        return begin(next);
    }

    /** The first byte of a longer character; overlong forms, surrogates and what is beyond Unicode are excluded. */
    private boolean begin(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            needed = 1;
        } else if (first >= 0xE0 && first <= 0xEF) {
            needed = 2;
            expect(first == 0xE0 ? 0xA0 : CONTINUATION_FIRST, first == 0xED ? 0x9F : CONTINUATION_LAST);
        } else if (first >= 0xF0 && first <= 0xF4) {
            needed = 3;
            expect(first == 0xF0 ? 0x90 : CONTINUATION_FIRST, first == 0xF4 ? 0x8F : CONTINUATION_LAST);
        }
        return needed > 0;
    }

    private void expect(int from, int to) {
        lowest = from;
        highest = to;
    }
}
