package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.cache.UrlHash;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.url.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The name under which the answers to a request are kept; a program may tell several apart (R-OPTN-53). */
final class RequestKey {
    private static final char SEPARATOR = '\n';

    private RequestKey() {}

    static String of(Request request) {
        return of(request.url().toString(), request);
    }

    /** The name of answers to requests like this one for another URL. */
    static String of(String url, Request request) {
        String second = secondary(request);
        return second == null ? url : url + SEPARATOR + second;
    }

    /** Whether the cache may have an answer; nothing is made of the request to learn that it has none. */
    static boolean mayHave(UrlCache cache, Request request) {
        return cache.mayHave(hash(request.url(), secondary(request)), false);
    }

    /** Whether the cache may have an answer for the URL, with the secondary key of the request or without. */
    static boolean mayHaveAny(UrlCache cache, Request request) {
        String second = secondary(request);
        return cache.mayHave(hash(request.url(), null), true)
                || (second != null && cache.mayHave(hash(request.url(), second), true));
    }

    private static @Nullable String secondary(Request request) {
        String second = request.context().cacheNames().key();
        return second == null || second.isEmpty() ? null : second;
    }

    /** The hash of the name, which is not put together for it. */
    static long hash(HttpUrl url, @Nullable String second) {
        long hash = UrlHash.add(UrlHash.EMPTY, url.scheme().text());
        boolean bracketed = url.host().indexOf(':') >= 0;
        hash = UrlHash.add(hash, bracketed ? "://[" : "://");
        hash = UrlHash.add(hash, url.host());
        hash = bracketed ? UrlHash.add(hash, ']') : hash;
        if (url.port() != url.scheme().defaultPort()) {
            hash = UrlHash.addNumber(UrlHash.add(hash, ':'), url.port());
        }
        hash = UrlHash.add(hash, url.target());
        return second == null ? hash : UrlHash.add(UrlHash.add(hash, SEPARATOR), second);
    }
}
