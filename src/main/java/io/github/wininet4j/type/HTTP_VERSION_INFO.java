package io.github.wininet4j.type;

/** TODO-DOC */
public final class HTTP_VERSION_INFO implements Structure {
    /** TODO-DOC */
    public int dwMajorVersion;

    /** TODO-DOC */
    public int dwMinorVersion;

    /** TODO-DOC */
    public HTTP_VERSION_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }
}
