package io.github.wininet4j.type;

import io.github.wininet4j.annotation.Word;

/** Date and time in UTC, field by field; each field is an unsigned 16-bit number in C. */
public final class SYSTEMTIME implements Structure {
    /** Year. */
    @Word
    public int wYear;

    /** Month, 1 to 12. */
    @Word
    public int wMonth;

    /** Day of the week, 0 for Sunday. */
    @Word
    public int wDayOfWeek;

    /** Day of the month, 1 to 31. */
    @Word
    public int wDay;

    /** Hour, 0 to 23. */
    @Word
    public int wHour;

    /** Minute, 0 to 59. */
    @Word
    public int wMinute;

    /** Second, 0 to 59. */
    @Word
    public int wSecond;

    /** Milliseconds, 0 to 999. */
    @Word
    public int wMilliseconds;

    /** Creates a time of zeros. */
    public SYSTEMTIME() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
