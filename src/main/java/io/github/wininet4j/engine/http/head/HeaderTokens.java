package io.github.wininet4j.engine.http.head;

/** Comma-separated lists in header values. */
public final class HeaderTokens {
    private HeaderTokens() {}

    /**
     * Looks for a token in all fields of a name.
     *
     * @param headers the headers
     * @param name the name
     * @param token the token, in any case
     * @return whether one of their lists has it
     */
    public static boolean contains(HeaderFields headers, String name, String token) {
        for (int i = headers.next(name, 0); i >= 0; i = headers.next(name, i + 1)) {
            if (contains(headers.value(i), token)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Looks for a token in one list.
     *
     * @param list comma-separated elements
     * @param token the token, in any case; parameters behind it do not count
     * @return whether the list has it
     */
    public static boolean contains(String list, String token) {
        int start = 0;
        while (start < list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            String element = list.substring(start, end);
            int semicolon = element.indexOf(';');
            String name = semicolon < 0 ? element : element.substring(0, semicolon);
            if (name.trim().equalsIgnoreCase(token)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
