package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;

/** The representation types of RFC 959 that there are here. The bytes are never changed (R-PROJ-FTP-5). */
final class TransferType {
    static final char ASCII = 'A';
    static final char BINARY = 'I';

    private static final int BITS = 7;

    private TransferType() {}

    /**
     * Returns the type that flags ask for, binary by default (R-FTP-13).
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for another one (R-FTP-20)
     */
    static char of(int flags) {
        return switch (flags & BITS) {
            case FtpTransfer.FTP_TRANSFER_TYPE_UNKNOWN, FtpTransfer.FTP_TRANSFER_TYPE_BINARY -> BINARY;
            case FtpTransfer.FTP_TRANSFER_TYPE_ASCII -> ASCII;
            default -> throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        };
    }
}
