package io.github.wininet4j.engine.http.h2;

import java.nio.ByteBuffer;

/**
 * A frame that arrived.
 *
 * @param type a {@link FrameType}; may be unknown
 * @param flags its flags
 * @param stream the stream's number, 0 for the connection
 * @param payload its payload, valid until the next frame is read
 */
record Frame(int type, int flags, int stream, ByteBuffer payload) {
    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
