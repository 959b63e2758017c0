package io.github.wininet4j.type;

/** Date and time in UTC, field by field; each field is an unsigned 16-bit number in C. */
public final class SYSTEMTIME implements Structure {
    /** Year. */
    public int wYear;

    /** Month, 1 to 12. */
    public int wMonth;

    /** Day of the week, 0 for Sunday. */
    public int wDayOfWeek;

    /** Day of the month, 1 to 31. */
    public int wDay;

    /** Hour, 0 to 23. */
    public int wHour;

    /** Minute, 0 to 59. */
    public int wMinute;

    /** Second, 0 to 59. */
    public int wSecond;

    /** Milliseconds, 0 to 999. */
    public int wMilliseconds;

    /** Creates a time of zeros. */
    public SYSTEMTIME() {}

    @Override
    public int sizeof() {
        return 16;
    }
}
