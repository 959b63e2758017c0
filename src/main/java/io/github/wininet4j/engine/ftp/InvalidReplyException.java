package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;

/** A server said what no FTP server says, or too much (R-PROJ-FTP-1). */
final class InvalidReplyException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    InvalidReplyException(String what) {
        super(what);
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
    }
}
