package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.head.HeaderList;
import org.jspecify.annotations.Nullable;

/** Completes the request head with the headers that WinInet generates when a request is sent (R-WIRE, R-HDR-25). */
final class HeaderStage implements Stage {
    @Override
    public void prepare(Exchange exchange) {
        HeaderList headers = exchange.headers();
        RequestContext terms = exchange.terms();
        String verb = exchange.verb();
        String agent = terms.userAgent();
        if (agent != null && !agent.isEmpty()) {
            addIfNew(headers, "User-Agent", agent);
        }
        addIfNew(headers, "Host", exchange.url().hostHeader());
        addIfNew(headers, "Content-Length", contentLength(exchange));
        if (terms.has(InternetFlag.INTERNET_FLAG_KEEP_CONNECTION)) {
            addIfNew(headers, "Connection", "Keep-Alive");
        }
        if (terms.has(InternetFlag.INTERNET_FLAG_PRAGMA_NOCACHE)) {
            addIfNew(headers, "Pragma", "no-cache");
        }
        if (!verb.equals("GET") && terms.has(InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)) {
            addIfNew(headers, "Cache-Control", "no-cache");
        }
    }

    /** GET and HEAD announce no empty body, all other verbs do (R-SEND-18); a body framed by the caller has its own header. */
    private static @Nullable String contentLength(Exchange exchange) {
        long total = exchange.body().total();
        if (total > 0) {
            return Long.toString(total);
        }
        boolean bodiless = exchange.verb().equals("GET") || exchange.verb().equals("HEAD");
        return bodiless || exchange.headers().contains("Transfer-Encoding") ? null : "0";
    }

    private static void addIfNew(HeaderList headers, String name, @Nullable String value) {
        if (value != null && !headers.contains(name)) {
            headers.add(name, value);
        }
    }
}
