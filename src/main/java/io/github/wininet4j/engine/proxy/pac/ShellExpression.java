package io.github.wininet4j.engine.proxy.pac;

/** Patterns in which "*" stands for any text. */
public final class ShellExpression {
    private static final int STEPS_BETWEEN_CHECKS = 4_096;

    private ShellExpression() {}

    /**
     * Matches a pattern of shExpMatch, in which "?" stands for one character. The time grows with the product of both
     * lengths at most.
     *
     * @param watch called every few thousand steps; may throw
     */
    static boolean matches(String pattern, String text, Runnable watch) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        int steps = 0;
        while (t < text.length()) {
            if (++steps % STEPS_BETWEEN_CHECKS == 0) {
                watch.run();
            }
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (p < pattern.length() && wanted == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /**
     * Matches a pattern in which nothing but stars is special. The time grows with the sum of both lengths.
     *
     * @param pattern the pattern
     * @param text what has to match as a whole
     * @return true if it does
     */
    public static boolean matchesStars(String pattern, String text) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return pattern.equals(text);
        }
        int last = pattern.lastIndexOf('*');
        int end = text.length() - (pattern.length() - last - 1);
        if (first > end
                || !text.startsWith(pattern.substring(0, first))
                || !text.endsWith(pattern.substring(last + 1))) {
            return false;
        }
        int at = first;
        int start = first + 1;
        while (start <= last && at >= 0) {
            int stop = pattern.indexOf('*', start);
            at = endOf(pattern.substring(start, stop), text, at, end);
            start = stop + 1;
        }
        return at >= 0;
    }

    /** Finds a part within a range of the text and returns where it ends, or -1 (Knuth, Morris and Pratt). */
    private static int endOf(String part, String text, int from, int end) {
        if (part.isEmpty()) {
            return from;
        }
        int[] borders = borders(part);
        int matched = 0;
        for (int i = from; i < end; i++) {
            while (matched > 0 && part.charAt(matched) != text.charAt(i)) {
                matched = borders[matched - 1];
            }
            if (part.charAt(matched) == text.charAt(i)) {
                matched++;
            }
            if (matched == part.length()) {
                return i + 1;
            }
        }
        return -1;
    }

    /** For each prefix, how long the longest text is that both begins and ends it. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        for (int i = 1; i < part.length(); i++) {
            int matched = borders[i - 1];
            while (matched > 0 && part.charAt(matched) != part.charAt(i)) {
                matched = borders[matched - 1];
            }
            borders[i] = part.charAt(matched) == part.charAt(i) ? matched + 1 : 0;
        }
        return borders;
    }
}
