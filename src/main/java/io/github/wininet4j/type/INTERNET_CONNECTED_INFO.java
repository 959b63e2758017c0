package io.github.wininet4j.type;

/** TODO-DOC */
public final class INTERNET_CONNECTED_INFO implements Structure {
    /** TODO-DOC */
    public int dwConnectedState;

    /** TODO-DOC */
    public int dwFlags;

    /** TODO-DOC */
    public INTERNET_CONNECTED_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }
}
