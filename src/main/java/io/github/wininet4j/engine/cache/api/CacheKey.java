package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.IdnHost;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The URL under which an entry is kept: as it was given, but for characters outside ASCII, of which the host is encoded
 * by IDN and the rest as escaped UTF-8 (R-CENT-31).
 */
final class CacheKey {
    private CacheKey() {}

    /** Makes the key; null is refused. */
    static String of(@Nullable String url) {
        if (url == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        int foreign = firstForeign(url);
        if (foreign == url.length()) {
            return url;
        }
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = scheme < 0 ? 0 : hostEnd(url, start);
        return escaped(url.substring(0, start))
                + IdnHost.toAscii(url.substring(start, end))
                + escaped(url.substring(end));
    }

    private static int firstForeign(String url) {
        int at = 0;
        while (at < url.length() && url.charAt(at) < 0x80) {
            at++;
        }
        return at;
    }

    private static int hostEnd(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                out.append((char) c);
                continue;
            }
            for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                out.append('%');
                out.append(Character.toUpperCase(Character.forDigit((each >> 4) & 0xF, 16)));
                out.append(Character.toUpperCase(Character.forDigit(each & 0xF, 16)));
            }
        }
        return out.toString();
    }

    /** Whether a key begins with a prefix, in any case. */
    static boolean has(String key, String prefix) {
        return key.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
