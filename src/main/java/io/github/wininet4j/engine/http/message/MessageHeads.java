package io.github.wininet4j.engine.http.message;

import org.jspecify.annotations.Nullable;

/** The heads that a query on a request handle looks at. */
public interface MessageHeads {
    /**
     * Returns the request verb.
     *
     * @return the verb, as in the request line
     */
    String verb();

    /**
     * Returns the request target.
     *
     * @return the target, as in the request line
     */
    String target();

    /**
     * Returns the protocol version of the request.
     *
     * @return its text, such as {@code HTTP/1.1}
     */
    String version();

    /**
     * Tells whether the request has been sent at least once.
     *
     * @return whether {@link #requestHeaders} are those of a send
     */
    boolean isSent();

    /**
     * Returns the request headers.
     *
     * @return before the first send those on the handle, without what the send adds, such as Host and User-Agent
     *     (R-HDR-25); after it those that were sent
     */
    HeaderFields requestHeaders();

    /**
     * Returns the last response (R-QUERY-24). Asked for only by queries that concern it.
     *
     * @return its head, or null if there is none yet
     */
    @Nullable
    ResponseFields response();
}
