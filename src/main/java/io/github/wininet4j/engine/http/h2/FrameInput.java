package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http2.H2Error;
import org.jspecify.annotations.Nullable;

/** Reads frames. Belongs to the connection's reader. */
final class FrameInput {
    private static final int STREAM_MASK = 0x7FFF_FFFF;

    private final ReadBuffer input;
    private final byte[] bytes = new byte[FrameType.HEAD + FrameType.MAX_PAYLOAD];
    private final ByteBuffer frame = ByteBuffer.wrap(bytes);

    FrameInput(Connection connection) {
        this.input = connection.input();
    }

    /** Waits for the next frame; null at the end of the connection between two frames. */
    @Nullable
    Frame read() throws IOException {
        if (!fill(0, FrameType.HEAD)) {
            return null;
        }
        frame.clear();
        int lengthAndType = frame.getInt();
        int length = lengthAndType >>> Byte.SIZE;
        int flags = frame.get() & 0xFF;
        int stream = frame.getInt() & STREAM_MASK;
        if (length > FrameType.MAX_PAYLOAD) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "frame of " + length + " bytes");
        }
        if (!fill(FrameType.HEAD, length)) {
            throw Http2Failure.violation(H2Error.INTERNAL_ERROR, "the connection ended within a frame");
        }
        return new Frame(lengthAndType & 0xFF, flags, stream, frame.slice(FrameType.HEAD, length));
    }

    private boolean fill(int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int got = input.read(bytes, offset + done, count - done);
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
