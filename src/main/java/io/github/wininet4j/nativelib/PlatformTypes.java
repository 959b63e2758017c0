package io.github.wininet4j.nativelib;

import com.sun.jna.platform.win32.WinBase;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.WIN32_FIND_DATA;

/**
 * Structures of jna-platform for those of the facade and back, for programs that use both. A module that uses it
 * requires {@code com.sun.jna.platform} itself, since others need no JNA.
 */
@SuppressWarnings("exports")
public final class PlatformTypes {
    private PlatformTypes() {}

    /**
     * Converts a time.
     *
     * @param time a time of jna-platform
     * @return the same time for the facade
     */
    public static FILETIME fileTime(WinBase.FILETIME time) {
        FILETIME converted = new FILETIME();
        converted.dwLowDateTime = time.dwLowDateTime;
        converted.dwHighDateTime = time.dwHighDateTime;
        return converted;
    }

    /**
     * Converts a time.
     *
     * @param time a time of the facade
     * @return the same time for jna-platform
     */
    public static WinBase.FILETIME fileTime(FILETIME time) {
        WinBase.FILETIME converted = new WinBase.FILETIME();
        converted.dwLowDateTime = time.dwLowDateTime;
        converted.dwHighDateTime = time.dwHighDateTime;
        return converted;
    }

    /**
     * Converts a calendar time.
     *
     * @param time a time of jna-platform
     * @return the same time for the facade
     */
    public static SYSTEMTIME systemTime(WinBase.SYSTEMTIME time) {
        SYSTEMTIME converted = new SYSTEMTIME();
        converted.wYear = Short.toUnsignedInt(time.wYear);
        converted.wMonth = Short.toUnsignedInt(time.wMonth);
        converted.wDayOfWeek = Short.toUnsignedInt(time.wDayOfWeek);
        converted.wDay = Short.toUnsignedInt(time.wDay);
        converted.wHour = Short.toUnsignedInt(time.wHour);
        converted.wMinute = Short.toUnsignedInt(time.wMinute);
        converted.wSecond = Short.toUnsignedInt(time.wSecond);
        converted.wMilliseconds = Short.toUnsignedInt(time.wMilliseconds);
        return converted;
    }

    /**
     * Converts a calendar time.
     *
     * @param time a time of the facade
     * @return the same time for jna-platform
     */
    public static WinBase.SYSTEMTIME systemTime(SYSTEMTIME time) {
        WinBase.SYSTEMTIME converted = new WinBase.SYSTEMTIME();
        converted.wYear = (short) time.wYear;
        converted.wMonth = (short) time.wMonth;
        converted.wDayOfWeek = (short) time.wDayOfWeek;
        converted.wDay = (short) time.wDay;
        converted.wHour = (short) time.wHour;
        converted.wMinute = (short) time.wMinute;
        converted.wSecond = (short) time.wSecond;
        converted.wMilliseconds = (short) time.wMilliseconds;
        return converted;
    }

    /**
     * Converts an entry of a listing.
     *
     * @param entry an entry of the facade
     * @return the same entry for jna-platform
     */
    public static WinBase.WIN32_FIND_DATA findData(WIN32_FIND_DATA entry) {
        WinBase.WIN32_FIND_DATA converted = new WinBase.WIN32_FIND_DATA();
        converted.dwFileAttributes = entry.dwFileAttributes;
        converted.ftCreationTime = fileTime(entry.ftCreationTime);
        converted.ftLastAccessTime = fileTime(entry.ftLastAccessTime);
        converted.ftLastWriteTime = fileTime(entry.ftLastWriteTime);
        converted.nFileSizeHigh = entry.nFileSizeHigh;
        converted.nFileSizeLow = entry.nFileSizeLow;
        converted.dwReserved0 = entry.dwReserved0;
        converted.dwReserved1 = entry.dwReserved1;
        fill(converted.cFileName, entry.cFileName);
        fill(converted.cAlternateFileName, entry.cAlternateFileName);
        return converted;
    }

    /**
     * Converts an entry of a listing.
     *
     * @param entry an entry of jna-platform
     * @return the same entry for the facade
     */
    public static WIN32_FIND_DATA findData(WinBase.WIN32_FIND_DATA entry) {
        WIN32_FIND_DATA converted = new WIN32_FIND_DATA();
        converted.dwFileAttributes = entry.dwFileAttributes;
        converted.ftCreationTime = fileTime(entry.ftCreationTime);
        converted.ftLastAccessTime = fileTime(entry.ftLastAccessTime);
        converted.ftLastWriteTime = fileTime(entry.ftLastWriteTime);
        converted.nFileSizeHigh = entry.nFileSizeHigh;
        converted.nFileSizeLow = entry.nFileSizeLow;
        converted.dwReserved0 = entry.dwReserved0;
        converted.dwReserved1 = entry.dwReserved1;
        converted.cFileName = text(entry.cFileName);
        converted.cAlternateFileName = text(entry.cAlternateFileName);
        return converted;
    }

    /** What does not fit is cut, as in C. */
    private static void fill(char[] array, String text) {
        text.getChars(0, Math.min(text.length(), array.length - 1), array, 0);
    }

    private static String text(char[] array) {
        String all = new String(array);
        int end = all.indexOf(0);
        return end < 0 ? all : all.substring(0, end);
    }
}
