package io.github.wininet4j.engine.cookie;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a cookie to be set, as the caller gave them.
 *
 * @param name its name, "" for none
 * @param value its value
 * @param bare whether the name stands alone, without an equals sign (R-COOKIE-44)
 * @param domain the domain attribute as written, or null
 * @param path the path attribute as written, or null
 * @param expires when it is to end, or null for a session cookie
 * @param maxAge in how many seconds it is to end, which counts more than the time; null if nothing is said
 * @param flags {@code INTERNET_COOKIE_*} bits of a cookie
 */
record CookieFields(
        String name,
        String value,
        boolean bare,
        @Nullable String domain,
        @Nullable String path,
        @Nullable Instant expires,
        @Nullable Long maxAge,
        int flags) {
    CookieFields withFlags(int more) {
        return new CookieFields(name, value, bare, domain, path, expires, maxAge, flags | more);
    }

    CookieFields asSession() {
        return new CookieFields(name, value, bare, domain, path, null, null, flags);
    }

    /** Turns the age into a time. */
    CookieFields setAt(Instant now) {
        if (maxAge == null) {
            return this;
        }
        Instant end = maxAge <= 0 ? Instant.EPOCH : now.plusSeconds(maxAge);
        return new CookieFields(name, value, bare, domain, path, end, null, flags);
    }

    /** Whether it can stand in a header line and says anything at all. */
    boolean isUsable() {
        return isSendable(name, value, bare) && (path == null || isLine(path));
    }

    /** Checks what a Cookie header would say: this cookie, by this name, and nothing else (R-PROJ-COOKIE-2). */
    static boolean isSendable(String name, String value, boolean bare) {
        boolean separated = name.indexOf('=') < 0 && (!name.isEmpty() || value.indexOf('=') < 0);
        return separated
                && !(name.isEmpty() && value.isEmpty())
                && !(bare && (name.isEmpty() || !value.isEmpty()))
                && isPart(name)
                && isPart(value);
    }

    private static boolean isPart(String text) {
        return text.indexOf(';') < 0 && isLine(text);
    }

    static boolean isLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Says nothing of the value, which may be a secret. */
    @Override
    public String toString() {
        return "CookieFields[" + name + "]";
    }
}
