package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.http.stream.ContentStream;
import org.jspecify.annotations.Nullable;

/**
 * A response as a layer hands it up.
 *
 * @param transcript what is known of the exchange
 * @param content the body
 * @param file the file with the body, as far as it was read; or null if there is none
 * @param cached what the cache had to do with it; null if nothing
 */
public record Response(
        Transcript transcript,
        ContentStream content,
        @Nullable EntryFile file,
        @Nullable CacheUse cached) {
    /**
     * Makes a response with which the cache has nothing to do.
     *
     * @param transcript what is known of the exchange
     * @param content the body
     */
    public Response(Transcript transcript, ContentStream content) {
        this(transcript, content, null, null);
    }
}
