package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.type.SYSTEMTIME;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One row of {@code times.tsv}: a time and a text that stands for it. The tests of the time functions use the same
 * file.
 *
 * @param text the text
 * @param time {@code year-month-day weekday hour:minute:second}
 * @param rules the rules of reading the text
 * @param title what the row shows
 */
record TimeRow(String text, String time, String rules, String title) {
    /** All rows; the text of the first is the one that is written for its time. */
    static final List<TimeRow> ALL = read();

    private static List<TimeRow> read() {
        InputStream file = Objects.requireNonNull(TimeRow.class.getResourceAsStream("times.tsv"), "times.tsv");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new TimeRow(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time as a structure. */
    SYSTEMTIME systemTime() {
        String[] numbers = time.split("[- :]", -1);
        SYSTEMTIME result = new SYSTEMTIME();
        result.wYear = Integer.parseInt(numbers[0]);
        result.wMonth = Integer.parseInt(numbers[1]);
        result.wDay = Integer.parseInt(numbers[2]);
        result.wDayOfWeek = Integer.parseInt(numbers[3]);
        result.wHour = Integer.parseInt(numbers[4]);
        result.wMinute = Integer.parseInt(numbers[5]);
        result.wSecond = Integer.parseInt(numbers[6]);
        return result;
    }

    /** The fields of a time, as in the column {@code time}. */
    static String fields(SYSTEMTIME t) {
        return t.wYear + "-" + t.wMonth + "-" + t.wDay + " " + t.wDayOfWeek + " " + t.wHour + ":" + t.wMinute + ":"
                + t.wSecond;
    }
}
