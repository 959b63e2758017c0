package io.github.wininet4j.engine.handle;

/** The kinds of handles, with the numbers of {@code INTERNET_OPTION_HANDLE_TYPE} (R-HANDLE-5). */
public enum HandleKind {
    /** Of InternetOpen. */
    SESSION(1),
    /** Of InternetConnect for FTP. */
    CONNECT_FTP(2),
    /** Of InternetConnect for HTTP. */
    CONNECT_HTTP(4),
    /** Of HttpOpenRequest, and of InternetOpenUrl with an http or https URL. */
    HTTP_REQUEST(13);

    private final int type;

    HandleKind(int type) {
        this.type = type;
    }

    /**
     * Returns the documented number.
     *
     * @return an {@code INTERNET_HANDLE_TYPE_*} value
     */
    public int type() {
        return type;
    }

    /**
     * Tells whether nodes of this kind are the ends of the tree.
     *
     * @return true if they never have children
     */
    public boolean isLeaf() {
        return this == HTTP_REQUEST;
    }
}
