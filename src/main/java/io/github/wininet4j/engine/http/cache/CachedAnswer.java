package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A request that the cache answers: no request is sent and no status told (R-CACHE-7). */
record CachedAnswer(Request request, Copy copy) implements HttpExchange {
    /** What a redirect leads to may need the network. */
    @Override
    public boolean isReady() {
        return !copy.isRedirect();
    }

    @Override
    public void send() {}

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
