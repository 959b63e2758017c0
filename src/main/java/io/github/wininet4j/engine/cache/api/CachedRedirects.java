package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.url.UrlCombiner;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Follows redirects that are kept, as a request does that may not use the network (R-CENT-17). */
final class CachedRedirects {
    private static final int LIMIT = 5;
    private static final String LOCATION = "\r\nlocation:";

    private CachedRedirects() {}

    static @Nullable Found find(UrlCache cache, String url) throws IOException {
        Found found = cache.find(url);
        for (int i = 0; i < LIMIT && found != null; i++) {
            if (!found.entry().is(CacheEntryType.REDIRECT_CACHE_ENTRY)) {
                return found;
            }
            String location = location(found.entry().headers());
            found = location == null
                    ? null
                    : cache.find(UrlCombiner.redirect(found.entry().url(), location));
        }
        return null;
    }

    private static @Nullable String location(String headers) {
        for (int at = 0; at + LOCATION.length() <= headers.length(); at++) {
            if (headers.regionMatches(true, at, LOCATION, 0, LOCATION.length())) {
                int start = at + LOCATION.length();
                int end = headers.indexOf('\r', start);
                return headers.substring(start, end < 0 ? headers.length() : end)
                        .trim();
            }
        }
        return null;
    }
}
