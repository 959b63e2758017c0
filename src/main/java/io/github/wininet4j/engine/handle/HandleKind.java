package io.github.wininet4j.engine.handle;

import io.github.wininet4j.constant.HandleType;

/** The kinds of handles, with the numbers of {@code INTERNET_OPTION_HANDLE_TYPE} (R-HANDLE-5). */
public enum HandleKind {
    /** Of InternetOpen. */
    SESSION(HandleType.INTERNET_HANDLE_TYPE_INTERNET, false),
    /** Of InternetConnect for FTP. */
    CONNECT_FTP(HandleType.INTERNET_HANDLE_TYPE_CONNECT_FTP, false),
    /** Of InternetConnect for HTTP. */
    CONNECT_HTTP(HandleType.INTERNET_HANDLE_TYPE_CONNECT_HTTP, false),
    /** Of FtpFindFirstFile. */
    FTP_FIND(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND, true),
    /** Of InternetOpenUrl with the ftp URL of a folder, which is read as HTML. */
    FTP_FIND_HTML(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND_HTML, true),
    /** Of FtpOpenFile, and of InternetOpenUrl with an ftp URL. */
    FTP_FILE(HandleType.INTERNET_HANDLE_TYPE_FTP_FILE, true),
    /** Of InternetConnect for Gopher. */
    CONNECT_GOPHER(HandleType.INTERNET_HANDLE_TYPE_CONNECT_GOPHER, false),
    /** Of GopherFindFirstFile. */
    GOPHER_FIND(HandleType.INTERNET_HANDLE_TYPE_GOPHER_FIND, true),
    /** Of InternetOpenUrl with the gopher URL of a menu, which is read as HTML. */
    GOPHER_FIND_HTML(HandleType.INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML, true),
    /** Of GopherOpenFile, and of InternetOpenUrl with a gopher URL. */
    GOPHER_FILE(HandleType.INTERNET_HANDLE_TYPE_GOPHER_FILE, true),
    /** Of HttpOpenRequest, and of InternetOpenUrl with an http or https URL. */
    HTTP_REQUEST(HandleType.INTERNET_HANDLE_TYPE_HTTP_REQUEST, true),
    /** Of HttpWebSocketCompleteUpgrade. No header has a number for it (R-PROJ-WS-1). */
    WEB_SOCKET(HandleType.INTERNET_HANDLE_TYPE_HTTP_REQUEST, true);

    private final int type;
    private final boolean leaf;

    HandleKind(int type, boolean leaf) {
        this.type = type;
        this.leaf = leaf;
    }

    /** Returns the documented number, an {@code INTERNET_HANDLE_TYPE_*} value. */
    public int type() {
        return type;
    }

    /** Returns whether nodes of this kind are leaves of the tree: they never have children. */
    public boolean isLeaf() {
        return leaf;
    }
}
