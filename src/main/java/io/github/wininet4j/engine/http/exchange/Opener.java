package io.github.wininet4j.engine.http.exchange;

/** Opens exchanges: a layer and all below it. */
@FunctionalInterface
public interface Opener {
    /**
     * Opens an exchange; nothing is sent yet.
     *
     * @param request the request
     * @return the exchange
     */
    HttpExchange open(Request request);
}
