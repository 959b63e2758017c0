package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One file or folder of a listing.
 *
 * @param name its name, without a path
 * @param directory whether it is a folder
 * @param readOnly whether its owner must not write it
 * @param size its size in bytes
 * @param changed when it was changed last, by the clock on the server's wall, or null
 */
record ListingEntry(
        String name,
        boolean directory,
        boolean readOnly,
        long size,
        @Nullable LocalDateTime changed) {
    /** Hands the entry out. The time is local time, not UTC (R-FTP-9). */
    void fill(WIN32_FIND_DATA data) {
        data.dwFileAttributes = attributes();
        data.ftCreationTime = new FILETIME();
        data.ftLastAccessTime = new FILETIME();
        data.ftLastWriteTime = changed == null ? new FILETIME() : FILETIME.of(changed.toInstant(ZoneOffset.UTC));
        data.nFileSizeHigh = (int) (size >>> Integer.SIZE);
        data.nFileSizeLow = (int) size;
        data.dwReserved0 = 0;
        data.dwReserved1 = 0;
        data.cFileName = name;
        data.cAlternateFileName = "";
    }

    private int attributes() {
        int bits = (directory ? Win32File.FILE_ATTRIBUTE_DIRECTORY : 0)
                | (readOnly ? Win32File.FILE_ATTRIBUTE_READONLY : 0);
        return bits == 0 ? Win32File.FILE_ATTRIBUTE_NORMAL : bits;
    }

    /**
     * Returns whether the name can be one: a listing must not lead out of the folder that a program copies it to
     * (R-PROJ-FTP-6).
     */
    static boolean isSafeName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            if (next == '/' || next == '\\' || Character.isISOControl(next)) {
                return false;
            }
        }
        return true;
    }
}
