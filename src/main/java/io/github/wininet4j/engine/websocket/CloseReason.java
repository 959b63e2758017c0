package io.github.wininet4j.engine.websocket;

import static io.github.wininet4j.constant.HttpWebSocket.*;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.nio.ByteBuffer;

/** What a close frame says (RFC 6455 section 5.5.1). */
final class CloseReason {
    private static final int FIRST_REGISTERED = 3000;
    private static final int LAST = 4999;
    private static final int LAST_OF_PROTOCOL = 1014;
    private static final int UNASSIGNED = 1004;
    private static final byte[] NONE = {};

    static final CloseReason EMPTY = new CloseReason(HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS, NONE);

    private final int status;
    private final byte[] reason;

    private CloseReason(int status, byte[] reason) {
        this.status = status;
        this.reason = reason;
    }

    /** Returns why the connection closes; 1005 if the frame is empty. */
    int status() {
        return status;
    }

    /** Returns a text in UTF-8, at most 123 bytes. */
    byte[] reason() {
        return reason.clone();
    }

    /** Without a text. */
    static CloseReason of(int status) {
        return new CloseReason(status, NONE);
    }

    /**
     * Checks what a program wants to send.
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if no close frame may say it (R-WS-8)
     */
    static CloseReason ofCaller(int status, ByteBuffer text) {
        byte[] reason = new byte[text.remaining()];
        if (reason.length > HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        text.duplicate().get(reason);
        boolean empty = status == HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS && reason.length == 0;
        if (!empty && !(isSendable(status) && isUtf8(reason))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return new CloseReason(status, reason);
    }

    /** Reads the payload of a close frame. */
    static CloseReason parse(byte[] payload) throws ProtocolViolation {
        if (payload.length == 0) {
            return EMPTY;
        }
        if (payload.length < Short.BYTES) {
            throw FrameHeader.violation("half a close status");
        }
        int status = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        if (!isSendable(status)) {
            throw FrameHeader.violation("a close status that is never sent");
        }
        byte[] reason = new byte[payload.length - Short.BYTES];
        System.arraycopy(payload, Short.BYTES, reason, 0, reason.length);
        if (!isUtf8(reason)) {
            throw new ProtocolViolation(HTTP_WEB_SOCKET_INVALID_PAYLOAD_CLOSE_STATUS, "close reason is not UTF-8");
        }
        return new CloseReason(status, reason);
    }

    /** The payload of a frame that says this. */
    ByteBuffer payload() {
        if (status == HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS) {
            return ByteBuffer.wrap(NONE);
        }
        return ByteBuffer.allocate(Short.BYTES + reason.length)
                .putShort((short) status)
                .put(reason)
                .flip();
    }

    private static boolean isUtf8(byte[] text) {
        Utf8Check check = new Utf8Check();
        return check.accepts(text, 0, text.length) && check.isComplete();
    }

    private static boolean isSendable(int status) {
        boolean ofProtocol = status >= HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS
                && status <= LAST_OF_PROTOCOL
                && status != UNASSIGNED
                && status != HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS
                && status != HTTP_WEB_SOCKET_ABORTED_CLOSE_STATUS;
        return ofProtocol || (status >= FIRST_REGISTERED && status <= LAST);
    }
}
