package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import org.jspecify.annotations.Nullable;

/** Names of files and folders on a server. */
final class FileName {
    private FileName() {}

    /**
     * Returns a name as it goes out: with slashes (R-FTP-29).
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for null, and for a name that would be another command
     */
    static String required(@Nullable String name) {
        if (name == null || !FtpConnectNode.isOneLine(name)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return name.replace('\\', '/');
    }
}
