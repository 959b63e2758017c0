package io.github.wininet4j.type;

/** TODO-DOC */
public final class INTERNET_DIAGNOSTIC_SOCKET_INFO implements Structure {
    /** TODO-DOC */
    public long Socket;

    /** TODO-DOC */
    public int SourcePort;

    /** TODO-DOC */
    public int DestPort;

    /** TODO-DOC */
    public int Flags;

    /** TODO-DOC */
    public INTERNET_DIAGNOSTIC_SOCKET_INFO() {}

    @Override
    public int sizeof() {
        return 24;
    }
}
