package io.github.wininet4j.engine.net;

/** Numbers as peers have to write them: ASCII digits, without sign and without blanks. */
public final class WireNumber {
    /** What {@link #parse} returns for what is no number. */
    public static final long NONE = -1;

    private WireNumber() {}

    /**
     * Reads a number.
     *
     * @param text the text, all of which counts
     * @return the number, or {@link #NONE} if it is none or has no room in a {@code long}
     */
    public static long parse(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return text.isEmpty() ? NONE : number;
    }
}
