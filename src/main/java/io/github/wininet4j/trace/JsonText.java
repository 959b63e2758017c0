package io.github.wininet4j.trace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, text, numbers and truth values as JSON (RFC 8259). */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        return of(value, 0) + '\n';
    }

    /** Returns a value as it stands so deep in another, from its first line on. */
    static String of(Object value, int depth) {
        JsonText json = new JsonText();
        json.value(value, depth);
        return json.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator);
                line(depth + 1);
                quoted(String.valueOf(entry.getKey()));
                text.append(": ");
                value(entry.getValue(), depth + 1);
                separator = ",";
            }
            end(map.isEmpty(), depth, '}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            String separator = "";
            for (Object element : list) {
                text.append(separator);
                line(depth + 1);
                value(element, depth + 1);
                separator = ",";
            }
            end(list.isEmpty(), depth, ']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quoted(value.toString());
        }
    }

    private void end(boolean isEmpty, int depth, char bracket) {
        if (!isEmpty) {
            line(depth);
        }
        text.append(bracket);
    }

    private void line(int depth) {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // Halves of pairs may stand alone in what servers send.
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
