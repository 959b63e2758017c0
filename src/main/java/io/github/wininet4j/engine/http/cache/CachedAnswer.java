package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A request that the cache answers: no request is sent and no status told (R-CACHE-7), but for what became of the
 * cookies of the response (R-STAT-327, R-PROJ-CACHE-17).
 */
record CachedAnswer(Request request, Copy copy) implements HttpExchange {
    private static final int COOKIES = CacheEntryType.COOKIE_ACCEPTED_CACHE_ENTRY
            | CacheEntryType.COOKIE_LEASHED_CACHE_ENTRY
            | CacheEntryType.COOKIE_DOWNGRADED_CACHE_ENTRY
            | CacheEntryType.COOKIE_REJECTED_CACHE_ENTRY;

    /** What a redirect leads to may need the network. */
    @Override
    public boolean isReady() {
        return !copy.isRedirect();
    }

    @Override
    public void send() throws IOException {
        int kinds = copy.entry().type() & COOKIES;
        if (kinds != 0 && !request.context().has(InternetFlag.INTERNET_FLAG_NO_COOKIES)) {
            request.context().events().cookieHistory(kinds);
            // The callback may have closed the handle.
            request.context().cancellation().check();
        }
    }

    @Override
    public void write(ByteBuffer data) {}

    @Override
    public Response receive() throws IOException {
        return copy.answer(Transcript.of(request), copy.head(), copy.entry());
    }

    @Override
    public void finish() {
        copy.close();
    }

    @Override
    public void abandon() {
        copy.close();
    }
}
