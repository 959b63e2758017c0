package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.ResponseFields;
import org.jspecify.annotations.Nullable;

/**
 * The heads that a query on a request handle looks at. A view: the lists are those of the caller, not copies.
 *
 * @param verb the request verb
 * @param target the request target, as in the request line
 * @param version the version of the request, such as {@code HTTP/1.1}
 * @param stored the request headers on the handle; without those that the send adds, such as Host and User-Agent
 *     (R-HDR-25)
 * @param sent the request headers of the last send, generated ones included; null before the first
 * @param response the last response (R-QUERY-24); null before the first
 */
public record QuerySource(
        String verb,
        String target,
        String version,
        HeaderFields stored,
        @Nullable HeaderFields sent,
        @Nullable ResponseFields response) {
    /** Returns whether the request has been sent at least once. */
    public boolean isSent() {
        return sent != null;
    }

    /** Returns the request headers that a query sees: of the last send, or before the first those on the handle. */
    public HeaderFields requestHeaders() {
        return sent == null ? stored : sent;
    }
}
