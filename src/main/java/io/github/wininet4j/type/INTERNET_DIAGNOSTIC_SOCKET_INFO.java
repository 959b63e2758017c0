package io.github.wininet4j.type;

/** The socket behind a request, for {@code INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO} (R-OPTN-67). */
public final class INTERNET_DIAGNOSTIC_SOCKET_INFO implements Structure {
    /** Number of the socket; the engine has none to give and leaves 0. */
    public long Socket;

    /** Local port. */
    public int SourcePort;

    /** Remote port. */
    public int DestPort;

    /** {@code IDSI_FLAG_*} bits. */
    public int Flags;

    /** Creates a structure of zeros. */
    public INTERNET_DIAGNOSTIC_SOCKET_INFO() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
