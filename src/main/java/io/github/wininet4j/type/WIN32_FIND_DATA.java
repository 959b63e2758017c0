package io.github.wininet4j.type;

import io.github.wininet4j.annotation.InPlace;

/** A directory entry, as FTP listings give it; the times are local times (R-FTP-9). */
public final class WIN32_FIND_DATA implements Structure {
    /** {@code FILE_ATTRIBUTE_*} bits, guessed from the listing. */
    public int dwFileAttributes;

    /** Not known to FTP; zero. */
    public FILETIME ftCreationTime = new FILETIME();

    /** Not known to FTP; zero. */
    public FILETIME ftLastAccessTime = new FILETIME();

    /** Last change, local time. */
    public FILETIME ftLastWriteTime = new FILETIME();

    /** High 32 bits of the size in bytes. */
    public int nFileSizeHigh;

    /** Low 32 bits of the size in bytes. */
    public int nFileSizeLow;

    /** Reserved. */
    public int dwReserved0;

    /** Reserved. */
    public int dwReserved1;

    /** The name. */
    @InPlace(260)
    public String cFileName = "";

    /** The 8.3 name; empty. */
    @InPlace(14)
    public String cAlternateFileName = "";

    /** Creates an entry of zeros. */
    public WIN32_FIND_DATA() {}

    @Override
    public int sizeof() {
        return 592;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
