package io.github.wininet4j.type;

/** An HTTP version, for {@code INTERNET_OPTION_HTTP_VERSION} (R-OPTN-59). */
public final class HTTP_VERSION_INFO implements Structure {
    /** The part before the dot. */
    public int dwMajorVersion;

    /** The part after the dot. */
    public int dwMinorVersion;

    /** Creates a structure of zeros. */
    public HTTP_VERSION_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
