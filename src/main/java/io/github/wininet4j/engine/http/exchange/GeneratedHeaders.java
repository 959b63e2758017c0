package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.head.HeaderList;
import org.jspecify.annotations.Nullable;

/** Completes the request head with the headers that WinInet generates when a request is sent (R-WIRE, R-HDR-25). */
final class GeneratedHeaders {
    private GeneratedHeaders() {}

    /** Adds to the headers of a request; returns the request. */
    static Request complete(Request request) {
        HeaderList headers = request.headers();
        RequestContext context = request.context();
        String verb = request.verb();
        String agent = context.userAgent();
        if (agent != null && !agent.isEmpty()) {
            addIfNew(headers, "User-Agent", agent);
        }
        addIfNew(headers, "Host", request.url().hostHeader());
        addIfNew(headers, "Content-Length", contentLength(request));
        if (context.has(InternetFlag.INTERNET_FLAG_KEEP_CONNECTION)) {
            addIfNew(headers, "Connection", "Keep-Alive");
        }
        if (context.has(InternetFlag.INTERNET_FLAG_PRAGMA_NOCACHE)) {
            addIfNew(headers, "Pragma", "no-cache");
        }
        if (!verb.equals("GET") && context.has(InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)) {
            addIfNew(headers, "Cache-Control", "no-cache");
        }
        return request;
    }

    /**
     * GET and HEAD announce no empty body, all other verbs do (R-SEND-18); a body framed by the caller has its own
     * header.
     */
    private static @Nullable String contentLength(Request request) {
        long total = request.body().total();
        if (total > 0) {
            return Long.toString(total);
        }
        boolean bodiless = request.verb().equals("GET") || request.verb().equals("HEAD");
        return bodiless || request.headers().contains("Transfer-Encoding") ? null : "0";
    }

    private static void addIfNew(HeaderList headers, String name, @Nullable String value) {
        if (value != null && !headers.contains(name)) {
            headers.add(name, value);
        }
    }
}
