package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;

/**
 * The server has logged the user off, and says why in a response that the caller wants to read: 12174 (R-AUTH-16,
 * R-PROJ-AUTH-5).
 */
public final class LoggedOffException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    LoggedOffException(Response response) {
        super("the server has logged the user off");
        this.response = response;
    }

    /** Returns the response, which can be read as that of a success. */
    public Response response() {
        return response;
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY;
    }
}
