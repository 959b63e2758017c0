package io.github.wininet4j.engine.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about a time: names of days and months, and numbers whose meaning follows from their order, their
 * size and the colons behind them. Every other character only separates (R-TIME-5). A missing field is -1.
 *
 * <p>Orders: an optional weekday (name or number), day, month, year and clock; month, day, clock and year, as asctime
 * writes; year, month, day and clock, as ISO 8601 writes.
 */
final class DateText {
    private static final int MAX_NUMBERS = 8;

    /** The largest number a field of SYSTEMTIME holds. */
    private static final int MAX_FIELD = 0xFFFF;

    private static final int ZONE_DIGITS = 4;

    private final int[] numbers = new int[MAX_NUMBERS];

    /** Bit n: number n has at least three digits, so it can only be a year. */
    private int years;

    /** Bit n: a colon follows number n, so it belongs to the clock. */
    private int colons;

    private int count;

    /** How many numbers stand before the name of the month. */
    private int beforeMonth = -1;

    private int weekday = -1;
    private int day = -1;
    private int month = -1;
    private int year = -1;
    private final int[] clock = {-1, -1, -1};
    private boolean recognized;

    private DateText() {}

    static DateText of(String text) {
        DateText date = new DateText();
        date.scan(text);
        date.assign();
        date.year = century(date.year);
        return date;
    }

    boolean isRecognized() {
        return recognized;
    }

    int dayOfWeek() {
        return weekday;
    }

    int day() {
        return day;
    }

    int month() {
        return month;
    }

    int year() {
        return year;
    }

    int hour() {
        return clock[0];
    }

    int minute() {
        return clock[1];
    }

    int second() {
        return clock[2];
    }

    /** Returns the calendar day, or null if it is incomplete or does not exist. */
    @Nullable
    LocalDate date() {
        if (!recognized || day < 0 || month < 0 || year < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Two digits below 80 are years of this century (R-TIME-6). */
    private static int century(int year) {
        return year < 0 || year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year;
    }

    private void scan(String text) {
        int i = 0;
        int end = text.length();
        while (i < end && text.charAt(i) != 0) {
            int start = i;
            char c = text.charAt(i);
            if (isDigit(c)) {
                i = number(text, start);
            } else if (isLetter(c)) {
                while (i < end && isLetter(text.charAt(i))) {
                    i++;
                }
                word(text, start, i);
            } else {
                i++;
            }
        }
    }

    private void word(String text, int start, int end) {
        if (beforeMonth < 0) {
            int name = InternetTime.month(text, start, end);
            if (name >= 0) {
                month = name + 1;
                beforeMonth = count;
                return;
            }
        }
        if (weekday < 0) {
            weekday = InternetTime.weekday(text, start, end);
        }
    }

    private int number(String text, int start) {
        int value = 0;
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            value = Math.min(value * 10 + text.charAt(i) - '0', MAX_FIELD + 1);
            i++;
        }
        if (count < MAX_NUMBERS && !isZone(text, start, i)) {
            numbers[count] = value > MAX_FIELD ? -1 : value;
            years |= i - start > 2 ? 1 << count : 0;
            colons |= i < text.length() && text.charAt(i) == ':' ? 1 << count : 0;
            count++;
        }
        return i;
    }

    /** Returns whether four digits are an offset from GMT: behind a clock, a sign, and something that is no digit. */
    private boolean isZone(String text, int start, int end) {
        if (colons == 0 || end - start != ZONE_DIGITS || start < 2) {
            return false;
        }
        char sign = text.charAt(start - 1);
        return sign == '+' || (sign == '-' && !isDigit(text.charAt(start - 2)));
    }

    private void assign() {
        if (beforeMonth > 0) {
            day = numbers[beforeMonth - 1];
            weekdayNumber(beforeMonth - 1);
            yearAndClock(beforeMonth, false);
            recognized = true;
        } else if (beforeMonth == 0) {
            day = count > 0 ? numbers[0] : -1;
            yearAndClock(1, true);
            recognized = true;
        } else {
            recognized = numeric();
        }
    }

    /** Takes the first number for the weekday if others make up the date. */
    private void weekdayNumber(int others) {
        if (weekday < 0 && others > 0 && numbers[0] >= 0 && numbers[0] <= 6) {
            weekday = numbers[0];
        }
    }

    /** Finds a year and a clock among the numbers behind day and month. */
    private void yearAndClock(int start, boolean clockFirst) {
        int at = -1;
        int firstClock = first(colons, start);
        if (firstClock > start || (firstClock < 0 && !clockFirst)) {
            at = start;
        } else {
            int named = first(years, start);
            at = named >= 0 ? named : count - start == 1 && firstClock < 0 ? start : start + 3;
        }
        if (at < count) {
            year = numbers[at];
        }
        clock(start, at);
    }

    private void clock(int start, int except) {
        int field = 0;
        for (int i = start; i < count && field < clock.length; i++) {
            if (i != except) {
                clock[field++] = numbers[i];
            }
        }
    }

    /** Reads a date in numbers alone; returns whether it makes sense. */
    private boolean numeric() {
        int firstClock = first(colons, 0);
        int dateEnd = firstClock < 0 ? count : firstClock;
        int named = first(years, 0);
        if (named == 0 && dateEnd >= 3) {
            year = numbers[0];
            month = numbers[1];
            day = numbers[2];
            clock(3, -1);
            return isMonth(month);
        }
        boolean weekdayFirst =
                weekday < 0 && (named == 3 || (named < 0 && (firstClock == 4 || (firstClock < 0 && count == 7))));
        int at = weekdayFirst ? 1 : 0;
        if (weekdayFirst) {
            weekdayNumber(1);
        }
        if (weekday < 0 && dateEnd - at < 2 && firstClock != 0) {
            return false;
        }
        day = at < dateEnd ? numbers[at] : -1;
        month = at + 1 < dateEnd ? numbers[at + 1] : -1;
        year = at + 2 < dateEnd ? numbers[at + 2] : -1;
        clock(Math.min(at + 3, dateEnd), -1);
        return month < 0 ? at + 1 >= dateEnd : isMonth(month);
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    /** Returns the first set bit from a number on, -1 if there is none. */
    private static int first(int bits, int start) {
        int rest = bits >>> start << start;
        return rest == 0 ? -1 : Integer.numberOfTrailingZeros(rest);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
