package io.github.wininet4j.engine.websocket;

import static io.github.wininet4j.constant.HttpWebSocket.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages from frames. Fills the caller's buffer up to the end of a frame; whatever does not end a message there
 * is a fragment (R-PROJ-WS-2). For one thread at a time.
 */
final class MessageInput {
    /** What to do about frames that are no data. */
    interface ControlFrames {
        void ping(byte[] payload) throws IOException;
    }

    private static final int PIECE = 8_192;

    private final FrameSource input;
    private final ControlFrames controls;

    /** What the message under way is; null between messages. */
    private @Nullable Opcode message;
    /** Bytes of its current frame that are still to come. */
    private long left;

    private boolean lastFrame;
    private Utf8Check text = new Utf8Check();
    private @Nullable CloseReason closed;

    MessageInput(FrameSource input, ControlFrames controls) {
        this.input = input;
        this.controls = controls;
    }

    /** Returns what the server's close frame said, or null before it came. */
    @Nullable
    CloseReason closed() {
        return closed;
    }

    /** Returns whether the rest of the current frame, or as much of it as is wanted, is here. */
    boolean isReady(int wanted) {
        return left > 0 && input.length() >= Math.min(left, wanted);
    }

    /** Receives data, or the close frame. */
    Received receive(ByteBuffer target) throws IOException {
        while (left == 0) {
            input.awaitFrame();
            FrameHeader header = FrameHeader.read(input);
            if (header.opcode() == Opcode.CLOSE) {
                closed = CloseReason.parse(payload(header));
                return new Received(HTTP_WEB_SOCKET_CLOSE_TYPE, 0);
            }
            if (header.opcode().isControl()) {
                answer(header);
            } else if (begins(header)) {
                // An empty frame: only one that ends a message has something to say.
                return delivered(0);
            }
        }
        return delivered(fill(target));
    }

    private void answer(FrameHeader header) throws IOException {
        byte[] payload = payload(header);
        if (header.opcode() == Opcode.PING) {
            controls.ping(payload);
        }
    }

    /** Takes up a frame with data; true if it is empty and ends the message. */
    private boolean begins(FrameHeader header) throws ProtocolViolation {
        boolean continues = header.opcode() == Opcode.CONTINUATION;
        if (continues != (message != null)) {
            throw FrameHeader.violation(continues ? "nothing to continue" : "the message before has not ended");
        }
        if (!continues) {
            message = header.opcode();
            text = new Utf8Check();
        }
        left = header.length();
        lastFrame = header.last();
        return left == 0 && lastFrame;
    }

    private int fill(ByteBuffer target) throws IOException {
        int begin = target.position();
        byte[] piece = target.hasArray() ? target.array() : new byte[Math.min(PIECE, target.remaining())];
        while (left > 0 && target.hasRemaining()) {
            int most = (int) Math.min(left, target.remaining());
            int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
            int count = input.read(piece, offset, Math.min(most, piece.length));
            if (message == Opcode.TEXT && !text.accepts(piece, offset, count)) {
                throw notUtf8();
            }
            if (target.hasArray()) {
                target.position(target.position() + count);
            } else {
                target.put(piece, 0, count);
            }
            left -= count;
        }
        return target.position() - begin;
    }

    private Received delivered(int count) throws ProtocolViolation {
        boolean isText = message == Opcode.TEXT;
        if (left > 0 || !lastFrame) {
            return new Received(
                    isText ? HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE : HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE, count);
        }
        message = null;
        if (isText && !text.isComplete()) {
            throw notUtf8();
        }
        return new Received(isText ? HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE : HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, count);
    }

    private byte[] payload(FrameHeader header) throws IOException {
        byte[] payload = new byte[(int) header.length()];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) input.next();
        }
        return payload;
    }

    private static ProtocolViolation notUtf8() {
        return new ProtocolViolation(HTTP_WEB_SOCKET_INVALID_PAYLOAD_CLOSE_STATUS, "text is not UTF-8");
    }
}
