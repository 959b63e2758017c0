package io.github.wininet4j.engine.http.wire;

import io.github.wininet4j.engine.fault.CodedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server's bytes are no HTTP ({@code ERROR_HTTP_INVALID_SERVER_RESPONSE}, R-SEND-11). */
public final class MalformedResponseException extends IOException implements CodedException {
    static final int INVALID_SERVER_RESPONSE = 12152;

    private static final long serialVersionUID = 1L;

    MalformedResponseException(String message) {
        this(message, null);
    }

    MalformedResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int errorCode() {
        return INVALID_SERVER_RESPONSE;
    }
}
