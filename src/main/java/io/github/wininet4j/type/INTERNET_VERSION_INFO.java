package io.github.wininet4j.type;

/** The version of WinInet, for {@code INTERNET_OPTION_VERSION}; 1.2 (R-OPTN-40). */
public final class INTERNET_VERSION_INFO implements Structure {
    /** The part before the dot. */
    public int dwMajorVersion;

    /** The part after the dot. */
    public int dwMinorVersion;

    /** Creates a structure of zeros. */
    public INTERNET_VERSION_INFO() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
