package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;

/** The server broke the protocol: the connection is closed with a status that says how (RFC 6455 section 7.1.7). */
final class ProtocolViolation extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1;

    private final int status;

    ProtocolViolation(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns the close status to be sent. */
    int status() {
        return status;
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
    }
}
