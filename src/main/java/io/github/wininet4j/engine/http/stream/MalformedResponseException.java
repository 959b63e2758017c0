package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server's bytes are no HTTP ({@code ERROR_HTTP_INVALID_SERVER_RESPONSE}, R-SEND-11). */
public final class MalformedResponseException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one without cause.
     *
     * @param message what is wrong
     */
    public MalformedResponseException(String message) {
        this(message, null);
    }

    /**
     * Creates one.
     *
     * @param message what is wrong
     * @param cause what found it, or null
     */
    public MalformedResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
    }
}
