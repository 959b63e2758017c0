package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item of a menu.
 *
 * @param locator what it is
 * @param size its size in bytes, 0 if it is not known
 * @param changed when it changed last, or null
 */
record MenuItem(Locator locator, long size, @Nullable Instant changed) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final Pattern STAMP = Pattern.compile("<([0-9]{14})>");
    private static final Pattern SIZE = Pattern.compile("<([0-9]{1,12})(\\.[0-9]{1,3})?([kKmM]?)[bB]?>");

    /** An item of Gopher+: the date is that of its ADMIN block, the size that of its first view. */
    static MenuItem of(Locator locator, List<AttributeBlock> blocks) {
        long size = 0;
        Instant changed = null;
        for (AttributeBlock block : blocks) {
            for (String line : block.lines()) {
                if (block.name().equals("VIEWS") && size == 0) {
                    size = size(line);
                } else if (block.name().equals("ADMIN") && line.startsWith("Mod-Date:")) {
                    changed = time(line);
                }
            }
        }
        return new MenuItem(locator, size, changed);
    }

    /** Reads the size in a line such as {@code text/plain En_US: <10k>}. */
    static long size(String line) {
        Matcher size = SIZE.matcher(line);
        if (!size.find()) {
            return 0;
        }
        double number = Double.parseDouble(size.group(1) + (size.group(2) == null ? "" : size.group(2)));
        String unit = size.group(3).toLowerCase(Locale.ROOT);
        return (long) (number * (unit.equals("m") ? 1_048_576 : unit.equals("k") ? 1_024 : 1));
    }

    /** Reads the time in a line such as {@code Mod-Date: Wed Jul 28 17:02:01 1993 <19930728170201>}. */
    static @Nullable Instant time(String line) {
        Matcher stamp = STAMP.matcher(line);
        try {
            return stamp.find() ? LocalDateTime.parse(stamp.group(1), TIME).toInstant(ZoneOffset.UTC) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Fills the structure of a caller (R-GOPHER-4). */
    void fill(GOPHER_FIND_DATA data) {
        data.DisplayString = locator.display();
        data.GopherType = locator.type();
        data.SizeLow = (int) size;
        data.SizeHigh = (int) (size >>> 32);
        data.LastModificationTime = changed == null ? new FILETIME() : FILETIME.of(changed);
        data.Locator = locator.text();
    }
}
