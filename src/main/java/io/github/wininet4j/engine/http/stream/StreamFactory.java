package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;

/** Opens streams: on a connection of the pool, or as one of many on a shared one. */
@FunctionalInterface
public interface StreamFactory {
    /**
     * Opens a stream; connects if needed.
     *
     * @param url what will be asked for
     * @param route the way there
     * @param options options of the stream
     * @param fresh true to leave connections aside that served before, for the retry after a stale one (R-SEND-15)
     * @return the stream
     * @throws ProxyAnswerException if a proxy answered instead of the server
     * @throws IOException if connecting fails
     */
    HttpStream open(HttpUrl url, Route route, StreamOptions options, boolean fresh) throws IOException;
}
