package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.http.exchange.ForwardingExchange;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.url.UrlCombiner;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that may change what is at its URL: if it does, what was kept of that goes (RFC 9111, section 4.4). */
final class InvalidatingExchange extends ForwardingExchange {
    private static final int FIRST_ERROR = 400;

    private final Request request;
    private final HttpExchange below;
    private final UrlCache cache;

    InvalidatingExchange(Request request, HttpExchange below, UrlCache cache) {
        this.request = request;
        this.below = below;
        this.cache = cache;
    }

    @Override
    protected HttpExchange below() {
        return below;
    }

    @Override
    public Response receive() throws IOException {
        Response response = below.receive();
        ResponseFields head = response.transcript().response();
        if (head != null && head.status() < FIRST_ERROR) {
            if (RequestKey.mayHaveAny(cache, request)) {
                forget(request.url().toString());
            }
            forgetNamed(head.first("Location"));
            forgetNamed(head.first("Content-Location"));
        }
        return response;
    }

    /** What the response names goes as well, on the same server only. */
    private void forgetNamed(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            return;
        }
        String named = UrlCombiner.redirect(request.url().toString(), reference);
        if (named.startsWith(request.url().origin() + "/")) {
            forget(named);
        }
    }

    /** Both what has the URL's name alone and what has the request's secondary key (R-PROJ-CACHE-16). */
    private void forget(String url) {
        try {
            cache.delete(url);
            String key = RequestKey.of(url, request);
            if (!key.equals(url)) {
                cache.delete(key);
            }
        } catch (IOException e) {
            cache.complain(e);
        }
    }
}
