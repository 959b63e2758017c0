package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryAge;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.RequestContext;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.option.DwordSetting;

/**
 * What flags and headers of a request demand of the cache (R-CACHE-5).
 *
 * @param offline only the cache may answer
 * @param reload the network answers
 * @param unchecked a copy is good whatever its age (FWD_BACK)
 * @param resynchronize a copy is compared with the server
 * @param hyperlink copies without dates are not good enough
 * @param netFailure a copy answers if there is no connection
 * @param writes the response may be kept
 * @param redirects kept redirects may be used (R-REDIR-17)
 */
record CacheDemands(
        boolean offline,
        boolean reload,
        boolean unchecked,
        boolean resynchronize,
        boolean hyperlink,
        boolean netFailure,
        boolean writes,
        boolean redirects) {

    static CacheDemands of(Request request, boolean offline) {
        RequestContext context = request.context();
        Directives asked = Directives.of(request.headers());
        return new CacheDemands(
                offline,
                context.has(InternetFlag.INTERNET_FLAG_RELOAD),
                context.has(InternetFlag.INTERNET_FLAG_FWD_BACK),
                context.has(InternetFlag.INTERNET_FLAG_RESYNCHRONIZE) || asked.noCache() || asked.maxAge() == 0,
                context.has(InternetFlag.INTERNET_FLAG_HYPERLINK),
                context.has(InternetFlag.INTERNET_FLAG_CACHE_IF_NET_FAIL),
                !context.has(InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) && !asked.noStore(),
                context.settings().get(DwordSetting.ENABLE_REDIRECT_CACHE_READ) != 0);
    }

    /**
     * Whether a request is one that the cache can have an answer to: it asks for the whole of what the URL names, on no
     * condition, and says nothing beyond (R-PROJ-CACHE-8).
     */
    static boolean isPlain(Request request) {
        HeaderFields headers = request.headers();
        return request.body().total() == 0
                && !headers.contains("Transfer-Encoding")
                && request.url().hostHeader().equalsIgnoreCase(headers.first("Host"))
                && !headers.contains("Range")
                && !headers.contains("If-None-Match")
                && !headers.contains("If-Modified-Since")
                && !headers.contains("If-Match")
                && !headers.contains("If-Unmodified-Since")
                && !headers.contains("If-Range");
    }

    /** Whether an entry is of any use. */
    boolean reads(CacheEntry entry) {
        boolean redirect = entry.is(CacheEntryType.REDIRECT_CACHE_ENTRY);
        return (offline || netFailure || !reload) && (!redirect || redirects);
    }

    /** Whether an entry answers without the network. */
    boolean accepts(CacheEntry entry, UrlCache cache, boolean checksEdited) {
        if (offline || (unchecked && !reload)) {
            return true;
        }
        if (reload || resynchronize) {
            return false;
        }
        if (entry.is(CacheEntryType.EDITED_CACHE_ENTRY) && !checksEdited) {
            // The user's own version counts (R-OPTN-64).
            return true;
        }
        boolean dateless = entry.expires() == 0 && entry.modified() == 0;
        return !(hyperlink && dateless) && EntryAge.isFresh(entry, cache);
    }
}
