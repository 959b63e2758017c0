package io.github.wininet4j.engine.proxy.pac;

/** Patterns in which "*" stands for any text; the time to match grows with the product of both lengths at most. */
public final class ShellExpression {
    private ShellExpression() {}

    /** The patterns of shExpMatch, in which "?" stands for one character. */
    static boolean matches(String pattern, String text) {
        return matches(pattern, text, '?');
    }

    /**
     * Matches a pattern in which nothing but stars is special.
     *
     * @param pattern the pattern
     * @param text what has to match as a whole
     * @return true if it does
     */
    public static boolean matchesStars(String pattern, String text) {
        return matches(pattern, text, '*');
    }

    private static boolean matches(String pattern, String text, char anyOne) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (p < pattern.length() && wanted == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (wanted == anyOne || wanted == text.charAt(t))) {
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
}
