package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.WireNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Lines of the Easily Parsed LIST Format: facts between a plus and a tab, then the name. */
final class EplfLine {
    private EplfLine() {}

    static boolean isOne(String line) {
        return line.startsWith("+") && line.indexOf('\t') > 0;
    }

    /** Understands a line; null if its numbers are none. */
    static @Nullable ListingEntry parse(String line, ZoneId zone) {
        int tab = line.indexOf('\t');
        boolean directory = false;
        long size = 0;
        LocalDateTime changed = null;
        for (String fact : line.substring(1, tab).split(",")) {
            try {
                if (fact.equals("/")) {
                    directory = true;
                } else if (fact.startsWith("s")) {
                    size = number(fact);
                } else if (fact.startsWith("m")) {
                    Instant time = Instant.ofEpochSecond(number(fact));
                    changed = LocalDateTime.ofInstant(time, zone);
                }
            } catch (DateTimeException e) {
                return null;
            }
        }
        return new ListingEntry(line.substring(tab + 1), directory, false, size, changed);
    }

    private static long number(String fact) {
        long number = WireNumber.parse(fact.substring(1));
        if (number == WireNumber.NONE) {
            throw new DateTimeException("no number: " + fact);
        }
        return number;
    }
}
