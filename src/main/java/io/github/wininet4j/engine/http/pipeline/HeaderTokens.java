package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.http.message.HeaderList;

/** Comma-separated lists in header values. */
final class HeaderTokens {
    private HeaderTokens() {}

    /** Whether a field of a name has a token in its list. */
    static boolean contains(HeaderList headers, String name, String token) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equalsIgnoreCase(name) && contains(headers.value(i), token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a list has a token, in any case and with or without parameters behind it. */
    static boolean contains(String list, String token) {
        int start = 0;
        while (start < list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            int semicolon = list.indexOf(';', start);
            int stop = semicolon >= 0 && semicolon < end ? semicolon : end;
            if (list.substring(start, stop).trim().equalsIgnoreCase(token)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
