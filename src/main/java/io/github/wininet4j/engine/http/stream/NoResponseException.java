package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;

/**
 * The server closed the connection before its response head was complete ({@code ERROR_HTTP_INVALID_SERVER_RESPONSE},
 * R-SEND-12).
 */
public final class NoResponseException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    private final boolean begun;

    /**
     * Creates one.
     *
     * @param begun whether part of a head arrived
     */
    public NoResponseException(boolean begun) {
        super(begun ? "connection closed amid the response head" : "connection closed before the response");
        this.begun = begun;
    }

    /**
     * Returns whether part of a head arrived. If none did on a reused connection, the server may have closed it while
     * it was idle, and the request can be tried again (R-SEND-15).
     *
     * @return true if at least one byte arrived
     */
    public boolean begun() {
        return begun;
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
    }
}
