package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.HeaderList;

/** Follows an exchange while it runs. */
public interface ExchangeListener {
    /** Ignores every step. */
    ExchangeListener NONE = new ExchangeListener() {
        @Override
        public void connected(Transcript transcript, HeaderList headers) {}

        @Override
        public void responded(Response response) {}
    };

    /**
     * A stream was opened for a leg.
     *
     * @param transcript the leg, as it is about to be sent
     * @param headers its headers, which may still be changed until the head is written
     */
    void connected(Transcript transcript, HeaderList headers);

    /**
     * A response arrived: that of a redirect, readable while its callback runs (R-REDIR-16), or the last one.
     *
     * @param response the response
     */
    void responded(Response response);
}
