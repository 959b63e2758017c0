package io.github.wininet4j.constant;

/**
 * Error numbers of Windows that WinInet functions report (R-ERRN).
 */
public final class Win32Error {
    private Win32Error() {}

    // Errors
    /** The operation succeeded. */
    public static final int ERROR_SUCCESS = 0;
    /** A file or cache entry is missing; also what a request gets that may use the cache only. */
    public static final int ERROR_FILE_NOT_FOUND = 2;
    /** The folder does not exist. */
    public static final int ERROR_PATH_NOT_FOUND = 3;
    /** Access is denied. */
    public static final int ERROR_ACCESS_DENIED = 5;
    /** The handle is null, closed or not one of this library. */
    public static final int ERROR_INVALID_HANDLE = 6;
    /** There is not enough memory. */
    public static final int ERROR_NOT_ENOUGH_MEMORY = 8;
    /** The data is malformed. */
    public static final int ERROR_INVALID_DATA = 13;
    /** The listing has no more entries. */
    public static final int ERROR_NO_MORE_FILES = 18;
    /** The data could not be written. */
    public static final int ERROR_WRITE_FAULT = 29;
    /** The data could not be read. */
    public static final int ERROR_READ_FAULT = 30;
    /** The operation failed. */
    public static final int ERROR_GEN_FAILURE = 31;
    /** The file or cache entry is in use. */
    public static final int ERROR_SHARING_VIOLATION = 32;
    /** The end of the data was reached. */
    public static final int ERROR_HANDLE_EOF = 38;
    /** The operation is not supported. */
    public static final int ERROR_NOT_SUPPORTED = 50;
    /** The file exists already. */
    public static final int ERROR_FILE_EXISTS = 80;
    /** An argument is not valid: a null, a reserved value or a wrong size. */
    public static final int ERROR_INVALID_PARAMETER = 87;
    /** The disk is full. */
    public static final int ERROR_DISK_FULL = 112;
    /** This system does not have the function. */
    public static final int ERROR_CALL_NOT_IMPLEMENTED = 120;
    /** The buffer is too small; the size variable has the size needed. */
    public static final int ERROR_INSUFFICIENT_BUFFER = 122;
    /** The name is malformed. */
    public static final int ERROR_INVALID_NAME = 123;
    /** The new position would lie before the start. */
    public static final int ERROR_NEGATIVE_SEEK = 131;
    /** The arguments are not correct. */
    public static final int ERROR_BAD_ARGUMENTS = 160;
    /** The URL cannot be brought into canonical form. */
    public static final int ERROR_BAD_PATHNAME = 161;
    /** It exists already. */
    public static final int ERROR_ALREADY_EXISTS = 183;
    /** The name is too long. */
    public static final int ERROR_FILENAME_EXCED_RANGE = 206;
    /** There is more data than fits. */
    public static final int ERROR_MORE_DATA = 234;
    /** There are no more items, or no cookies for this URL. */
    public static final int ERROR_NO_MORE_ITEMS = 259;
    /** The user broke off the connection. */
    public static final int ERROR_USER_DISCONNECTION = 631;
    /** There is no dial-up connection. */
    public static final int ERROR_NO_CONNECTION = 668;
    /** The operation goes on; the status callback will tell when it is complete. */
    public static final int ERROR_IO_PENDING = 997;
    /** The flags are not valid. */
    public static final int ERROR_INVALID_FLAGS = 1004;
    /** There is no such element. */
    public static final int ERROR_NOT_FOUND = 1168;
    /** The user cancelled the dialog. */
    public static final int ERROR_CANCELLED = 1223;
    /** The time allowed for the operation is over. */
    public static final int ERROR_TIMEOUT = 1460;
    /** There is no connection to the network. */
    public static final int ERROR_NOT_CONNECTED = 2250;
    /** The operation is not valid, as a script's access to an HttpOnly cookie is. */
    public static final int ERROR_INVALID_OPERATION = 4317;
}
