package io.github.wininet4j.type;

/** TODO-DOC */
public final class INTERNET_VERSION_INFO implements Structure {
    /** TODO-DOC */
    public int dwMajorVersion;

    /** TODO-DOC */
    public int dwMinorVersion;

    /** TODO-DOC */
    public INTERNET_VERSION_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }
}
