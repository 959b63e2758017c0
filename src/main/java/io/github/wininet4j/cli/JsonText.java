package io.github.wininet4j.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts in JSON, in ASCII whatever they hold. */
public final class JsonText {
    private JsonText() {}

    /**
     * Writes a text as a JSON string.
     *
     * @param text any text, or null
     * @return the string with its quotes, or {@code null}
     */
    public static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
