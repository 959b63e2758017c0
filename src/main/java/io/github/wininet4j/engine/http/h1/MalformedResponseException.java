package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server's bytes are no HTTP ({@code ERROR_HTTP_INVALID_SERVER_RESPONSE}, R-SEND-11). */
public final class MalformedResponseException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    /** {@code ERROR_HTTP_INVALID_SERVER_RESPONSE}. */
    private static final int CODE = 12152;

    MalformedResponseException(String message) {
        this(message, null);
    }

    MalformedResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int errorCode() {
        return CODE;
    }
}
