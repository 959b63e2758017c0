package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.AnswerTime;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The entries of a listing, as they come; none of them is kept. */
final class Listing {
    /** A server that sends more lines in which there is nothing sends no listing (R-PROJ-FTP-1). */
    private static final int MAX_USELESS = 10_000;

    private final LineReader lines;
    private final ListingParser parser;
    private final SearchPattern pattern;
    private final int entryMillis;
    private long seen;

    /**
     * Starts at the first entry.
     *
     * @param data where the lines come from
     * @param pattern which entries count
     * @param zone the zone of their times
     * @param entryMillis how long an entry may take once its line, or one before it that tells of nothing, has begun
     */
    Listing(FtpData data, SearchPattern pattern, ZoneId zone, int entryMillis) {
        this.entryMillis = entryMillis;
        this.lines = new LineReader(data.input(), data.session().names(), ListingParser.LONGEST + 1);
        this.parser = new ListingParser(zone);
        this.pattern = pattern;
    }

    /** Returns the next entry that fits, or null behind the last. */
    @Nullable
    ListingEntry next() throws IOException {
        int useless = 0;
        AnswerTime time = new AnswerTime(entryMillis);
        while (useless < MAX_USELESS) {
            String line = lines.next(time);
            if (line == null) {
                return null;
            }
            ListingEntry entry = parser.parse(line);
            useless = entry == null ? useless + 1 : 0;
            if (entry != null) {
                seen++;
                if (pattern.fits(entry.name())) {
                    return entry;
                }
            }
        }
        throw new InvalidReplyException("no listing");
    }

    /** How many entries came, whether they fitted or not. */
    long seen() {
        return seen;
    }

    /** How many bytes were read since the last question. */
    int takeCount() {
        return lines.takeCount();
    }
}
