package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.ContentStream;

/**
 * A response as a layer hands it up.
 *
 * @param transcript what is known of the exchange
 * @param content the body
 */
public record Response(Transcript transcript, ContentStream content) {}
