package io.github.wininet4j.engine.time;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.SYSTEMTIME;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates in the form of RFC 1123, and the lenient reading of any other form. */
public final class InternetTime {
    private static final String WEEKDAYS = "SunMonTueWedThuFriSat";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int NAME = 3;
    private static final int LENGTH = 29;
    private static final int MAX_YEAR = 9999;

    private final InstantSource clock;

    /**
     * Creates a reader.
     *
     * @param clock tells the time that fills missing fields
     */
    public InternetTime(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Writes a time, as in {@code Fri, 07 Jan 2005 12:06:35 GMT} (R-TIME-2). The day of the week is taken as it is.
     *
     * @param time the time
     * @return 29 characters
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if a field is out of range
     */
    public static String format(SYSTEMTIME time) {
        if (!isWithin(time.wDayOfWeek, 0, 6)
                || !isWithin(time.wDay, 1, 31)
                || !isWithin(time.wMonth, 1, 12)
                || !isWithin(time.wYear, 0, MAX_YEAR)
                || !isWithin(time.wHour, 0, 23)
                || !isWithin(time.wMinute, 0, 59)
                || !isWithin(time.wSecond, 0, 59)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        StringBuilder out = new StringBuilder(LENGTH);
        out.append(WEEKDAYS, time.wDayOfWeek * NAME, time.wDayOfWeek * NAME + NAME)
                .append(", ");
        two(out, time.wDay).append(' ');
        out.append(MONTHS, (time.wMonth - 1) * NAME, time.wMonth * NAME).append(' ');
        two(out, time.wYear / 100);
        two(out, time.wYear % 100).append(' ');
        two(out, time.wHour).append(':');
        two(out, time.wMinute).append(':');
        two(out, time.wSecond).append(" GMT");
        return out.toString();
    }

    /**
     * Writes a time.
     *
     * @param time the time, within the years 0 to 9999
     * @return 29 characters
     */
    public static String format(Instant time) {
        SYSTEMTIME fields = new SYSTEMTIME();
        fill(fields, time);
        return format(fields);
    }

    /**
     * Reads a time in whatever form. Missing fields are those of now; so text that says nothing is the current time
     * (R-TIME-7). Fields that are given are not checked. A zone is ignored.
     *
     * @param text the text; it ends at a NUL
     * @return the time
     */
    public SYSTEMTIME read(String text) {
        SYSTEMTIME time = new SYSTEMTIME();
        read(text, time);
        return time;
    }

    /** As above, into a structure. */
    void read(String text, SYSTEMTIME target) {
        DateText date = DateText.of(text);
        fill(target, clock.instant());
        if (!date.isRecognized()) {
            return;
        }
        target.wYear = orElse(date.year(), target.wYear);
        target.wMonth = orElse(date.month(), target.wMonth);
        target.wDay = orElse(date.day(), target.wDay);
        target.wHour = orElse(date.hour(), target.wHour);
        target.wMinute = orElse(date.minute(), target.wMinute);
        target.wSecond = orElse(date.second(), target.wSecond);
        target.wMilliseconds = date.second() < 0 ? target.wMilliseconds : 0;
        LocalDate day = date.date();
        target.wDayOfWeek = date.dayOfWeek() >= 0 ? date.dayOfWeek() : day == null ? target.wDayOfWeek : dayOfWeek(day);
    }

    /**
     * Reads a date as servers send it: in headers and cookies. The forms of RFC 1123, RFC 850 and asctime, and whatever
     * else {@link #read(String)} understands, as long as day, month and year are there.
     *
     * @param text the text
     * @return the time, midnight if it has none; null if it is no valid date
     */
    public static @Nullable Instant parse(String text) {
        DateText date = DateText.of(text);
        LocalDate day = date.date();
        if (day == null) {
            return null;
        }
        try {
            return day.atTime(orElse(date.hour(), 0), orElse(date.minute(), 0), orElse(date.second(), 0))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Converts to the fields of a structure.
     *
     * @param target receives the time
     * @param instant the time
     */
    public static void fill(SYSTEMTIME target, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        target.wYear = time.getYear();
        target.wMonth = time.getMonthValue();
        target.wDayOfWeek = dayOfWeek(time.toLocalDate());
        target.wDay = time.getDayOfMonth();
        target.wHour = time.getHour();
        target.wMinute = time.getMinute();
        target.wSecond = time.getSecond();
        target.wMilliseconds = time.getNano() / 1_000_000;
    }

    /** Finds a name by its first three letters; -1 if it is none of the weekdays. */
    static int weekday(String text, int start, int end) {
        return name(WEEKDAYS, text, start, end);
    }

    /** Finds a name by its first three letters; -1 if it is none of the months, which count from 0 here. */
    static int month(String text, int start, int end) {
        return name(MONTHS, text, start, end);
    }

    private static int name(String names, String text, int start, int end) {
        if (end - start < NAME) {
            return -1;
        }
        for (int i = 0; i < names.length(); i += NAME) {
            if (names.regionMatches(true, i, text, start, NAME)) {
                return i / NAME;
            }
        }
        return -1;
    }

    private static int dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7;
    }

    private static int orElse(int value, int missing) {
        return value < 0 ? missing : value;
    }

    private static boolean isWithin(int value, int min, int max) {
        return value >= min && value <= max;
    }

    private static StringBuilder two(StringBuilder out, int value) {
        return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
