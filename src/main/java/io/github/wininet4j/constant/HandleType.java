package io.github.wininet4j.constant;

/**
 * Kinds of handles, {@code INTERNET_HANDLE_TYPE_*} (R-HANDLE-5).
 */
public final class HandleType {
    private HandleType() {}

    // Sessions and connections
    /** A session. */
    public static final int INTERNET_HANDLE_TYPE_INTERNET = 1;
    /** An FTP connection. */
    public static final int INTERNET_HANDLE_TYPE_CONNECT_FTP = 2;
    /** A Gopher connection. */
    public static final int INTERNET_HANDLE_TYPE_CONNECT_GOPHER = 3;
    /** An HTTP connection. */
    public static final int INTERNET_HANDLE_TYPE_CONNECT_HTTP = 4;

    // FTP
    /** A directory listing as structures. */
    public static final int INTERNET_HANDLE_TYPE_FTP_FIND = 5;
    /** A directory listing as a page. */
    public static final int INTERNET_HANDLE_TYPE_FTP_FIND_HTML = 6;
    /** A file. */
    public static final int INTERNET_HANDLE_TYPE_FTP_FILE = 7;
    /** A file shown as a page. */
    public static final int INTERNET_HANDLE_TYPE_FTP_FILE_HTML = 8;

    // Gopher
    /** A menu as structures. */
    public static final int INTERNET_HANDLE_TYPE_GOPHER_FIND = 9;
    /** A menu as a page. */
    public static final int INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML = 10;
    /** A document. */
    public static final int INTERNET_HANDLE_TYPE_GOPHER_FILE = 11;
    /** A document shown as a page. */
    public static final int INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML = 12;

    // Requests
    /** An HTTP request. */
    public static final int INTERNET_HANDLE_TYPE_HTTP_REQUEST = 13;
    /** A {@code file:} URL. */
    public static final int INTERNET_HANDLE_TYPE_FILE_REQUEST = 14;
}
