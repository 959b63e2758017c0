package io.github.wininet4j.testing;

import io.github.wininet4j.type.SYSTEMTIME;

/** The time that the tests of the time functions write and read, from the table that the conformance cases use, too. */
public final class SystemTimes {
    /** How it is written. */
    public static final String TEXT;

    private static final String[] NUMBERS;

    static {
        String[] row =
                TableFile.rows("/io/github/wininet4j/cli/conformance/times.tsv").get(0);
        TEXT = row[0];
        NUMBERS = row[1].split("[- :]", -1);
    }

    private SystemTimes() {}

    /** Returns the time. */
    public static SYSTEMTIME sample() {
        SYSTEMTIME time = new SYSTEMTIME();
        time.wYear = Integer.parseInt(NUMBERS[0]);
        time.wMonth = Integer.parseInt(NUMBERS[1]);
        time.wDay = Integer.parseInt(NUMBERS[2]);
        time.wDayOfWeek = Integer.parseInt(NUMBERS[3]);
        time.wHour = Integer.parseInt(NUMBERS[4]);
        time.wMinute = Integer.parseInt(NUMBERS[5]);
        time.wSecond = Integer.parseInt(NUMBERS[6]);
        return time;
    }
}
