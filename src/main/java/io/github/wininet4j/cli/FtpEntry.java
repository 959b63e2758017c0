package io.github.wininet4j.cli;

import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A file or folder of a listing.
 *
 * @param name its name
 * @param folder whether it is a folder
 * @param size its size in bytes
 * @param time when it was changed, in words
 */
record FtpEntry(String name, boolean folder, long size, String time) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    static FtpEntry of(WIN32_FIND_DATA data) {
        // Listings have local times, which are shown as they are.
        String time = data.ftLastWriteTime.steps() == 0
                ? ""
                : LocalDateTime.ofInstant(data.ftLastWriteTime.toInstant(), ZoneOffset.UTC)
                        .format(TIME);
        long size = ((long) data.nFileSizeHigh << Integer.SIZE) | Integer.toUnsignedLong(data.nFileSizeLow);
        boolean folder = (data.dwFileAttributes & Win32File.FILE_ATTRIBUTE_DIRECTORY) != 0;
        return new FtpEntry(data.cFileName, folder, size, time);
    }

    String line() {
        String what = folder ? "folder" : String.valueOf(size);
        return TextTable.padded(time, 16) + " ".repeat(Math.max(1, 15 - what.length())) + what + "  " + name
                + (folder ? "/" : "");
    }
}
