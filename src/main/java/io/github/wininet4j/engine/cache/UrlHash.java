package io.github.wininet4j.engine.cache;

/**
 * Numbers that stand for URLs in the {@link EntryFilter}. A URL gives the same number in one piece or in several, so
 * that a request need not put its URL together to learn that there is no entry.
 */
public final class UrlHash {
    /** The number of no characters. */
    public static final long EMPTY = 0x5741_4348_4554_4552L;

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private UrlHash() {}

    /**
     * Returns the number of a URL.
     *
     * @param url the URL
     * @return its number
     */
    public static long of(String url) {
        return add(EMPTY, url);
    }

    /**
     * Adds characters.
     *
     * @param hash the number of what stands before them
     * @param text the characters
     * @return the number of both
     */
    public static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = add(sum, text.charAt(i));
        }
        return sum;
    }

    /**
     * Adds one character.
     *
     * @param hash the number of what stands before it
     * @param character the character
     * @return the number of both
     */
    public static long add(long hash, char character) {
        long product = (hash ^ character) * FACTOR;
        return product ^ (product >>> 29);
    }

    /**
     * Adds the digits of a number.
     *
     * @param hash the number of what stands before them
     * @param number what has the digits, not negative
     * @return the number of both
     */
    public static long addNumber(long hash, int number) {
        long before = number < 10 ? hash : addNumber(hash, number / 10);
        return add(before, (char) ('0' + number % 10));
    }
}
