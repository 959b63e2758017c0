package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.engine.time.InternetTime;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of Set-Cookie and of InternetSetCookie: value first, attributes behind semicolons (R-COOKIE-3). It
 * follows Netscape's draft, so attributes that are not its own, Max-Age or SameSite mean nothing (R-COOKIE-34,
 * R-COOKIE2-9).
 */
final class CookieParser {
    /** Some 68 years; what is longer would leave the range of times. */
    private static final long MAX_AGE = Integer.MAX_VALUE;

    private final String text;
    private int at;

    private @Nullable String domain;
    private @Nullable String path;
    private @Nullable Instant expires;
    private @Nullable Long maxAge;
    private int flags;

    private CookieParser(String text) {
        this.text = text;
    }

    /** Reads a text that has the name in it, if any (R-COOKIE-4). */
    static CookieFields parse(String text) {
        CookieParser parser = new CookieParser(text);
        String pair = parser.next();
        int equals = pair.indexOf('=');
        return equals < 0
                ? parser.rest(pair, "", !pair.isEmpty())
                : parser.rest(
                        pair.substring(0, equals).trim(),
                        pair.substring(equals + 1).trim(),
                        false);
    }

    /** Reads a text that starts with the value; null as name means that the text has it. */
    static CookieFields parse(@Nullable String name, String text) {
        if (name == null) {
            return parse(text);
        }
        CookieParser parser = new CookieParser(text);
        return parser.rest(name.trim(), parser.next(), false);
    }

    private CookieFields rest(String name, String value, boolean bare) {
        while (at <= text.length()) {
            attribute(next());
        }
        return new CookieFields(name, value, bare, domain, path, expires, maxAge, flags);
    }

    private String next() {
        int semicolon = text.indexOf(';', at);
        int end = semicolon < 0 ? text.length() : semicolon;
        String part = text.substring(at, end).trim();
        at = end + 1;
        return part;
    }

    private void attribute(String part) {
        int equals = part.indexOf('=');
        String value = equals < 0 ? "" : part.substring(equals + 1).trim();
        switch ((equals < 0 ? part : part.substring(0, equals)).trim().toLowerCase(Locale.ROOT)) {
            case "domain" -> domain = value.isEmpty() ? null : value;
            case "path" -> path = value;
            // What is no date makes a session cookie (R-COOKIE-31).
            case "expires" -> expires = InternetTime.parse(value);
            case "max-age" -> maxAge = seconds(value);
            case "secure" -> flags |= CookieFlag.INTERNET_COOKIE_IS_SECURE;
            case "httponly" -> flags |= CookieFlag.INTERNET_COOKIE_HTTPONLY;
            case "samesite" -> flags |= sameSite(value);
            default -> {}
        }
    }

    /** Reads a number of seconds; null for anything else (RFC 6265, section 5.2.2). */
    private static @Nullable Long seconds(String text) {
        boolean negative = text.startsWith("-");
        int start = negative ? 1 : 0;
        if (start == text.length()) {
            return null;
        }
        long seconds = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            seconds = Math.min(seconds * 10 + digit, MAX_AGE);
        }
        return negative ? -seconds : seconds;
    }

    private static int sameSite(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "strict" -> CookieFlag.INTERNET_COOKIE_SAME_SITE_STRICT;
            case "lax" -> CookieFlag.INTERNET_COOKIE_SAME_SITE_LAX;
            default -> 0;
        };
    }
}
