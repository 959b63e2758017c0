package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;

/** The server ended the session (R-FTP-35). */
final class SessionDroppedException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    SessionDroppedException() {
        super("the FTP session is over");
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_FTP_DROPPED;
    }
}
