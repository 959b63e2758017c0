package io.github.wininet4j.type;

/** Dates of the cache entry behind an answer, for {@code INTERNET_OPTION_CACHE_TIMESTAMPS} (R-OPTN-69). */
public final class INTERNET_CACHE_TIMESTAMPS implements Structure {
    /** The Expires date; zero for none. */
    public FILETIME ftExpires = new FILETIME();

    /** The Last-Modified date; zero for none. */
    public FILETIME ftLastModified = new FILETIME();

    /** Creates a structure of zeros. */
    public INTERNET_CACHE_TIMESTAMPS() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
