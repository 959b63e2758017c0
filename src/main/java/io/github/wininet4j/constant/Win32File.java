package io.github.wininet4j.constant;

/**
 * Constants of the file functions of Windows that WinInet functions take or give.
 */
public final class Win32File {
    private Win32File() {}

    // Access of FtpOpenFile
    /** For reading. */
    public static final int GENERIC_READ = 0x80000000;
    /** For writing. */
    public static final int GENERIC_WRITE = 0x40000000;

    // Start of InternetSetFilePointer
    /** From the start. */
    public static final int FILE_BEGIN = 0;
    /** From the current position. */
    public static final int FILE_CURRENT = 1;
    /** From the end. */
    public static final int FILE_END = 2;
    /** What {@code InternetSetFilePointer} returns on failure (R-SEEK). */
    public static final int INVALID_SET_FILE_POINTER = -1;

    // File attributes
    /** Read only. */
    public static final int FILE_ATTRIBUTE_READONLY = 0x00000001;
    /** Hidden. */
    public static final int FILE_ATTRIBUTE_HIDDEN = 0x00000002;
    /** Part of the system. */
    public static final int FILE_ATTRIBUTE_SYSTEM = 0x00000004;
    /** A folder. */
    public static final int FILE_ATTRIBUTE_DIRECTORY = 0x00000010;
    /** To be archived. */
    public static final int FILE_ATTRIBUTE_ARCHIVE = 0x00000020;
    /** No other attribute. */
    public static final int FILE_ATTRIBUTE_NORMAL = 0x00000080;

    /** Temporary. */
    public static final int FILE_ATTRIBUTE_TEMPORARY = 0x00000100;

    // Length of paths
    /** Characters of a path, with the NUL. */
    public static final int MAX_PATH = 260;
}
