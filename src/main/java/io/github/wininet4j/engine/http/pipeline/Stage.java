package io.github.wininet4j.engine.http.pipeline;

import java.io.IOException;

/** One part of HTTP policy. It sees an exchange before its head is sent and after the response head has come. */
interface Stage {
    /**
     * Completes the request.
     *
     * @param exchange the exchange
     * @throws IOException if the request cannot be made
     */
    default void prepare(Exchange exchange) throws IOException {}

    /**
     * Judges the response.
     *
     * @param exchange the exchange
     * @return the exchange to run next in its place, or the same if the response is the caller's
     * @throws IOException if the response is unusable
     */
    default Exchange judge(Exchange exchange) throws IOException {
        return exchange;
    }
}
