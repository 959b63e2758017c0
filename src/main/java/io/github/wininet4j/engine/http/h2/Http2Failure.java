package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;
import org.apache.hc.core5.http2.H2Error;
import org.jspecify.annotations.Nullable;

/** A stream or a connection that one of both sides has ended with an error (RFC 9113 section 5.4). */
final class Http2Failure extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1;

    private final H2Error error;
    private final boolean untouched;

    /**
     * Creates one.
     *
     * @param error what is wrong
     * @param untouched whether the server has surely not begun with the request, so that it may be sent again
     * @param message what happened
     * @param cause what found it, or null
     */
    Http2Failure(H2Error error, boolean untouched, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.error = error;
        this.untouched = untouched;
    }

    /** The server broke the protocol. */
    static Http2Failure violation(H2Error error, String message) {
        return new Http2Failure(error, false, message, null);
    }

    /** The same failure, told to another thread. */
    Http2Failure again() {
        return new Http2Failure(error, untouched, String.valueOf(getMessage()), this);
    }

    H2Error error() {
        return error;
    }

    boolean isUntouched() {
        return untouched;
    }

    @Override
    public int errorCode() {
        return switch (error) {
            case NO_ERROR, REFUSED_STREAM, CANCEL, INTERNAL_ERROR -> WinInetError.ERROR_INTERNET_CONNECTION_RESET;
            default -> WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
        };
    }
}
