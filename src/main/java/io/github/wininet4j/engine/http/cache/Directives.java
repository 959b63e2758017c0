package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.head.HeaderFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a head says about caching (RFC 9111, section 5.2). */
record Directives(boolean noStore, boolean noCache, boolean mustRevalidate, long maxAge) {
    /** What {@link #maxAge} is without the directive. */
    static final long NONE = -1;

    /** The largest number of seconds that counts; larger ones mean the same. */
    private static final long MOST = 1L << 31;

    private static final Directives EMPTY = new Directives(false, false, false, NONE);

    static Directives of(HeaderFields head) {
        List<String> values = head.all("Cache-Control");
        // The older header counts where the newer one is missing (section 5.4).
        if (values.isEmpty()) {
            return hasOldNoCache(head) ? EMPTY.with("no-cache") : EMPTY;
        }
        Directives found = EMPTY;
        for (String value : values) {
            found = found.with(value);
        }
        return found;
    }

    private static boolean hasOldNoCache(HeaderFields head) {
        return head.all("Pragma").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-cache"));
    }

    private Directives with(String value) {
        boolean store = noStore;
        boolean cache = noCache;
        boolean revalidate = mustRevalidate;
        long age = maxAge;
        int start = 0;
        while (start < value.length()) {
            int end = elementEnd(value, start);
            String element = value.substring(start, end).trim();
            int equals = element.indexOf('=');
            String name =
                    (equals < 0 ? element : element.substring(0, equals)).trim().toLowerCase(Locale.ROOT);
            String argument = equals < 0 ? null : element.substring(equals + 1).trim();
            switch (name) {
                case "no-store" -> store = true;
                // With names of fields it is about those alone; the stricter reading is safe.
                case "no-cache" -> cache = true;
                case "must-revalidate" -> revalidate = true;
                case "max-age" -> age = shorter(age, seconds(argument));
                default -> {
                    // s-maxage, public, private and proxy-revalidate are for caches that users share.
                }
            }
            start = end + 1;
        }
        return new Directives(store, cache, revalidate, age);
    }

    /** A comma in quotes does not end an element. */
    private static int elementEnd(String value, int start) {
        boolean quoted = false;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return value.length();
    }

    /** Where a directive comes twice, the one that is fresh for less time counts (section 4.2.1). */
    private static long shorter(long a, long b) {
        return a == NONE ? b : Math.min(a, b);
    }

    /** A number of seconds; what is none means stale. */
    static long seconds(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        String digits = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return digits.length() > 10 ? MOST : Math.min(MOST, Long.parseLong(digits));
    }
}
