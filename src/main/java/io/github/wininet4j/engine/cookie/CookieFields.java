package io.github.wininet4j.engine.cookie;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a cookie that is to be set.
 *
 * @param name its name, "" for none
 * @param value its value
 * @param domain the domain attribute as written, or null
 * @param path the path attribute as written, or null
 * @param expires when it is to end, or null for a session cookie
 * @param flags {@code INTERNET_COOKIE_*} bits of a cookie
 */
record CookieFields(
        String name,
        String value,
        @Nullable String domain,
        @Nullable String path,
        @Nullable Instant expires,
        int flags) {
    CookieFields withFlags(int more) {
        return new CookieFields(name, value, domain, path, expires, flags | more);
    }

    CookieFields asSession() {
        return new CookieFields(name, value, domain, path, null, flags);
    }

    /** Whether it can stand in a header line and says anything at all. */
    boolean isUsable() {
        return !(name.isEmpty() && value.isEmpty()) && isLine(name) && isLine(value) && (path == null || isLine(path));
    }

    private static boolean isLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
