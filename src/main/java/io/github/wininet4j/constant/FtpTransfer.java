package io.github.wininet4j.constant;

/**
 * FTP transfer types, also taken as flags of {@code InternetOpenUrl} and the FTP functions (R-FTP).
 */
public final class FtpTransfer {
    private FtpTransfer() {}

    // Types
    /** Binary. */
    public static final int FTP_TRANSFER_TYPE_UNKNOWN = 0;
    /** Type A: line ends are converted. */
    public static final int FTP_TRANSFER_TYPE_ASCII = 1;
    /** Type I: bytes stay as they are. */
    public static final int FTP_TRANSFER_TYPE_BINARY = 2;
    /** The bits of the type. */
    public static final int FTP_TRANSFER_TYPE_MASK = 3;
}
