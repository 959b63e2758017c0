package io.github.wininet4j.cli;

import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Cache entries as text and as JSON. */
final class CacheText {
    private CacheText() {}

    private static long size(INTERNET_CACHE_ENTRY_INFO info) {
        return (Integer.toUnsignedLong(info.dwSizeHigh) << 32) | Integer.toUnsignedLong(info.dwSizeLow);
    }

    private static String time(FILETIME time) {
        return time.steps() == 0
                ? "-"
                : time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static List<String> table(List<INTERNET_CACHE_ENTRY_INFO> entries) {
        TextTable table = new TextTable(true, true, false, false, false);
        table.row("SIZE", "HITS", "EXPIRES", "LAST USED", "URL");
        for (INTERNET_CACHE_ENTRY_INFO info : entries) {
            table.row(
                    Long.toString(size(info)),
                    Integer.toUnsignedString(info.dwHitRate),
                    time(info.ExpireTime),
                    time(info.LastAccessTime),
                    Printable.of(String.valueOf(info.lpszSourceUrlName)));
        }
        return table.lines();
    }

    static List<String> details(INTERNET_CACHE_ENTRY_INFO info) {
        TextTable table = new TextTable(false, false);
        table.row("URL", Printable.of(String.valueOf(info.lpszSourceUrlName)));
        table.row("File", info.lpszLocalFileName == null ? "-" : Printable.of(info.lpszLocalFileName));
        table.row("Size", Long.toString(size(info)));
        table.row("Type", "0x" + Integer.toHexString(info.CacheEntryType));
        table.row("In use", Integer.toString(info.dwUseCount));
        table.row("Hits", Integer.toUnsignedString(info.dwHitRate));
        table.row("Modified", time(info.LastModifiedTime));
        table.row("Expires", time(info.ExpireTime));
        table.row("Compared", time(info.LastSyncTime));
        table.row("Last used", time(info.LastAccessTime));
        List<String> lines = new ArrayList<>(table.lines());
        String headers = info.lpHeaderInfo;
        if (headers != null) {
            lines.add("");
            headers.strip().lines().map(Printable::of).forEach(lines::add);
        }
        return lines;
    }

    static String json(INTERNET_CACHE_ENTRY_INFO info, boolean withHeaders) {
        StringBuilder out = new StringBuilder("{\"url\":").append(JsonText.quoted(info.lpszSourceUrlName));
        out.append(",\"file\":").append(JsonText.quoted(info.lpszLocalFileName));
        out.append(",\"size\":").append(size(info));
        out.append(",\"type\":").append(Integer.toUnsignedString(info.CacheEntryType));
        out.append(",\"useCount\":").append(info.dwUseCount);
        out.append(",\"hits\":").append(Integer.toUnsignedString(info.dwHitRate));
        out.append(",\"modified\":").append(date(info.LastModifiedTime));
        out.append(",\"expires\":").append(date(info.ExpireTime));
        out.append(",\"synced\":").append(date(info.LastSyncTime));
        out.append(",\"accessed\":").append(date(info.LastAccessTime));
        if (withHeaders) {
            out.append(",\"headers\":").append(JsonText.quoted(info.lpHeaderInfo));
        }
        return out.append('}').toString();
    }

    private static String date(FILETIME time) {
        return time.steps() == 0 ? "null" : JsonText.quoted(time(time));
    }
}
