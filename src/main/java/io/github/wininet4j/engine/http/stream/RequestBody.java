package io.github.wininet4j.engine.http.stream;

import java.nio.ByteBuffer;

/**
 * The body that a request announces.
 *
 * @param data the bytes that are there when the head is sent; its position and limit are never changed
 * @param total the Content-Length to announce, in bytes; more than the data if the rest is written later
 * @param streamed whether the caller writes the rest
 */
public record RequestBody(ByteBuffer data, long total, boolean streamed) {
    /** No body. */
    public static final RequestBody NONE = new RequestBody(ByteBuffer.allocate(0), 0, false);

    /** A body of unknown length of which nothing is there yet: the caller writes it, or it is empty (R-SENDEX-7). */
    public static final RequestBody UNKNOWN = new RequestBody(ByteBuffer.allocate(0), 0, true);

    /**
     * A body that is wholly there.
     *
     * @param data the bytes
     * @return the body
     */
    public static RequestBody of(ByteBuffer data) {
        return data.hasRemaining() ? new RequestBody(data, data.remaining(), false) : NONE;
    }
}
