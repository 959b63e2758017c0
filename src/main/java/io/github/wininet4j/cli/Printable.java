package io.github.wininet4j.cli;

import java.util.Locale;

/**
 * Text from servers, files and arguments in a form that a terminal displays without interpreting: control characters,
 * which begin escape sequences, ring the bell or break the line, and characters that reverse the direction of writing
 * are replaced by their numbers.
 */
public final class Printable {
    private Printable() {}

    /**
     * Replaces what a terminal would not show.
     *
     * @param text any text
     * @return the text on one line, with escapes such as {@code \n}, {@code \x1b} and {@code \u202e}
     */
    public static String of(String text) {
        int first = 0;
        while (first < text.length() && isShown(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, first));
        for (int i = first; i < text.length(); i++) {
            if (isShown(text, i)) {
                shown.append(text.charAt(i));
            } else {
                shown.append(escape(text.charAt(i)));
            }
        }
        return shown.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", (int) c);
        };
    }

    private static boolean isShown(String text, int index) {
        char c = text.charAt(index);
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                    : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
