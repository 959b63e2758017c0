package io.github.wininet4j.engine.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in lines of Unix that the library does not read: those whose month is named in another language than English,
 * before or behind the day, or has a number with the sign for month, and those of digits with more than minutes. What
 * stands before the name is handed to it with a date that it reads.
 */
final class UnixDate {
    /** Blanks that some languages write are not those of ASCII. */
    private static final String BLANK = "[ \\t\\u00A0\\u2007\\u202F\\u3000]";

    private static final String GAP = BLANK + "{1,9}+";
    private static final String DAY = "(\\d{1,2}+)\\.?+";
    private static final String WORD = "(\\p{L}[\\p{L}\\p{M}]{1,11}+)\\.?+";
    private static final String BY_SIGN = "(\\d{1,2}+)[\\u6708\\uC6D4]" + BLANK + "{0,9}+" + DAY + "[\\u65E5\\uC77C]?+";
    private static final String TIME_OR_YEAR = "(\\d{1,2}+:\\d{2}|\\d{4})[\\u5E74\\uB144]?+";
    private static final String OF_DIGITS = "(\\d{4}-\\d{2}-\\d{2})" + GAP
            + "(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d{1,9}+)?+)?+(?:" + GAP + "[+-]\\d{4})?+";
    private static final Pattern DATE = Pattern.compile("(?<=" + BLANK + ")(?:(?:" + WORD + GAP + DAY + "|" + DAY + GAP
            + "(?:de" + GAP + ")?+" + WORD + "|" + BY_SIGN + ")" + GAP + TIME_OR_YEAR + "|" + OF_DIGITS + ")" + BLANK);

    private static final Pattern BLANKS = Pattern.compile(BLANK);

    /** What stands in for a month that nobody knows; the library takes the line, and gives it no time. */
    private static final String UNKNOWN = "Xxx";

    private static final List<String> ENGLISH =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** The English names by all others; read when a line first needs them. */
    private static final class Months {
        private static final Map<String, String> NAMES = read();

        private static Map<String, String> read() {
            Map<String, String> names = new HashMap<>();
            InputStream file = Objects.requireNonNull(UnixDate.class.getResourceAsStream("months.txt"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] words = line.split(" ");
                    for (String word : words) {
                        names.put(folded(word), words[0]);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(names);
        }
    }

    private final String line;
    private final Matcher date;

    /**
     * Looks for dates in a line.
     *
     * @param line the line
     * @param from where the first one may begin
     * @param to where the last one ends at the latest
     */
    UnixDate(String line, int from, int to) {
        this.line = line;
        this.date = DATE.matcher(line)
                .useTransparentBounds(true)
                .region(Math.min(from, line.length()), Math.min(to, line.length()));
    }

    /** However a system writes its accents and capitals. */
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Goes to the next date; false if there is none. */
    boolean next() {
        return date.find();
    }

    /** What stands before the name, with a date that the library reads. */
    String facts() {
        String before = BLANKS.matcher(line.substring(0, date.start())).replaceAll(" ");
        if (date.group(8) != null) {
            return before + date.group(8) + " " + date.group(9) + " ";
        }
        String day = date.group(2) != null ? date.group(2) : date.group(3) != null ? date.group(3) : date.group(6);
        return before + month() + " " + day + " " + date.group(7) + " ";
    }

    private String month() {
        if (date.group(5) != null) {
            int number = Integer.parseInt(date.group(5));
            return number >= 1 && number <= ENGLISH.size() ? ENGLISH.get(number - 1) : UNKNOWN;
        }
        String word = date.group(1) != null ? date.group(1) : date.group(4);
        return Months.NAMES.getOrDefault(folded(word), UNKNOWN);
    }

    /** The name, which begins behind one blank. */
    String name() {
        return line.substring(date.end());
    }
}
