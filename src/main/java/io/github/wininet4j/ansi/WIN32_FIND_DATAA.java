package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.WIN32_FIND_DATA;

/** {@link WIN32_FIND_DATA} with names in the code page. */
public final class WIN32_FIND_DATAA implements Structure {
    /** {@code FILE_ATTRIBUTE_*} bits, guessed from the listing. */
    public int dwFileAttributes;

    /** Not known to FTP; zero. */
    public FILETIME ftCreationTime = new FILETIME();

    /** Not known to FTP; zero. */
    public FILETIME ftLastAccessTime = new FILETIME();

    /** Last change, local time (R-FTP-9). */
    public FILETIME ftLastWriteTime = new FILETIME();

    /** High 32 bits of the size in bytes. */
    public int nFileSizeHigh;

    /** Low 32 bits of the size in bytes. */
    public int nFileSizeLow;

    /** Reserved. */
    public int dwReserved0;

    /** Reserved. */
    public int dwReserved1;

    /** The name with its NUL; cut off if it is longer. */
    @InPlace(260)
    public byte[] cFileName = new byte[260];

    /** The 8.3 name; empty. */
    @InPlace(14)
    public byte[] cAlternateFileName = new byte[14];

    /** Creates an entry of zeros. */
    public WIN32_FIND_DATAA() {}

    void take(WIN32_FIND_DATA wide, AnsiText text) {
        dwFileAttributes = wide.dwFileAttributes;
        ftCreationTime = wide.ftCreationTime;
        ftLastAccessTime = wide.ftLastAccessTime;
        ftLastWriteTime = wide.ftLastWriteTime;
        nFileSizeHigh = wide.nFileSizeHigh;
        nFileSizeLow = wide.nFileSizeLow;
        dwReserved0 = wide.dwReserved0;
        dwReserved1 = wide.dwReserved1;
        AnsiBuffers.fill(cFileName, text.bytes(wide.cFileName));
        AnsiBuffers.fill(cAlternateFileName, text.bytes(wide.cAlternateFileName));
    }

    @Override
    public int sizeof() {
        return 320;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
