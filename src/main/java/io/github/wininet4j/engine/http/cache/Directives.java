package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.head.HeaderFields;
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
        int at = head.next("Cache-Control", 0);
        // The older header counts where the newer one is missing (section 5.4).
        if (at < 0) {
            return hasOldNoCache(head) ? EMPTY.with("no-cache") : EMPTY;
        }
        Directives found = EMPTY;
        for (; at >= 0; at = head.next("Cache-Control", at + 1)) {
            found = found.with(head.value(at));
        }
        return found;
    }

    private static boolean hasOldNoCache(HeaderFields head) {
        for (int at = head.next("Pragma", 0); at >= 0; at = head.next("Pragma", at + 1)) {
            if (head.value(at).toLowerCase(Locale.ROOT).contains("no-cache")) {
                return true;
            }
        }
        return false;
    }

    /** Each response is looked at, so that no element becomes a text of its own. */
    private Directives with(String value) {
        boolean store = noStore;
        boolean cache = noCache;
        boolean revalidate = mustRevalidate;
        long age = maxAge;
        int start = 0;
        while (start < value.length()) {
            int end = elementEnd(value, start);
            int nameEnd = start;
            while (nameEnd < end && value.charAt(nameEnd) != '=') {
                nameEnd++;
            }
            store |= isNamed(value, start, nameEnd, "no-store");
            // With names of fields it is about those alone; the stricter reading is safe.
            cache |= isNamed(value, start, nameEnd, "no-cache");
            revalidate |= isNamed(value, start, nameEnd, "must-revalidate");
            // s-maxage, public, private and proxy-revalidate are for caches that users share.
            if (isNamed(value, start, nameEnd, "max-age")) {
                age = shorter(
                        age,
                        seconds(
                                nameEnd == end
                                        ? null
                                        : value.substring(nameEnd + 1, end).trim()));
            }
            start = end + 1;
        }
        return new Directives(store, cache, revalidate, age);
    }

    private static boolean isNamed(String value, int start, int end, String name) {
        int from = start;
        while (from < end && value.charAt(from) <= ' ') {
            from++;
        }
        int after = from + name.length();
        if (after > end || !value.regionMatches(true, from, name, 0, name.length())) {
            return false;
        }
        while (after < end && value.charAt(after) <= ' ') {
            after++;
        }
        return after == end;
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
