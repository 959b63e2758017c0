package io.github.wininet4j.type;

/** TODO-DOC */
public final class INTERNET_CACHE_TIMESTAMPS implements Structure {
    /** TODO-DOC */
    public FILETIME ftExpires = new FILETIME();

    /** TODO-DOC */
    public FILETIME ftLastModified = new FILETIME();

    /** TODO-DOC */
    public INTERNET_CACHE_TIMESTAMPS() {}

    @Override
    public int sizeof() {
        return 16;
    }
}
