package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames. Belongs to the connection's reader. Not the input buffer of httpcore: that one looks for padding in
 * frames whose type has none and keeps the reserved bit of a stream's number, while a receiver has to ignore both
 * (RFC 9113 section 4.1).
 */
final class FrameInput {
    /** The largest payload of a frame either way, which every peer has to take (RFC 9113 section 4.2). */
    static final int MAX_PAYLOAD = FrameConsts.MIN_FRAME_SIZE;

    private static final int STREAM_MASK = 0x7FFF_FFFF;

    private final ReadBuffer input;
    private final ByteBuffer head = ByteBuffer.allocate(FrameConsts.HEAD_LEN);
    private final byte[] shared = new byte[MAX_PAYLOAD];

    FrameInput(Connection connection) {
        this.input = connection.input();
    }

    /**
     * Waits for the next frame.
     *
     * @return the frame, whose payload is valid until the next one is read, unless it is data, which stays; null at the
     *     end of the connection between two frames
     */
    @Nullable
    RawFrame read() throws IOException {
        if (!fill(head.array(), FrameConsts.HEAD_LEN)) {
            return null;
        }
        head.clear();
        int lengthAndType = head.getInt();
        int length = lengthAndType >>> Byte.SIZE;
        int type = lengthAndType & 0xFF;
        int flags = head.get() & 0xFF;
        int stream = head.getInt() & STREAM_MASK;
        if (length > MAX_PAYLOAD) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "frame of " + length + " bytes");
        }
        // What waits for its reader is not copied before.
        byte[] payload = FrameType.DATA.same(type) ? new byte[length] : shared;
        if (!fill(payload, length)) {
            throw Http2Failure.violation(H2Error.INTERNAL_ERROR, "the connection ended within a frame");
        }
        return new RawFrame(type, flags, stream, ByteBuffer.wrap(payload, 0, length));
    }

    private boolean fill(byte[] target, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int got = input.read(target, done, count - done);
            if (got < 0) {
                if (done > 0) {
                    throw Http2Failure.violation(H2Error.INTERNAL_ERROR, "the connection ended within a frame");
                }
                return false;
            }
            done += got;
        }
        return true;
    }
}
