package io.github.wininet4j.type;

import java.time.Instant;

/** A point in time: 100-nanosecond steps since 1601-01-01 UTC, in two halves. Zero means "none". */
public final class FILETIME implements Structure {
    private static final long STEPS_PER_SECOND = 10_000_000L;
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

    /** Low 32 bits. */
    public int dwLowDateTime;

    /** High 32 bits. */
    public int dwHighDateTime;

    /** Creates a zero time. */
    public FILETIME() {}

    /**
     * Creates a time from its 64-bit number.
     *
     * @param steps 100-nanosecond steps since 1601-01-01 UTC
     */
    public FILETIME(long steps) {
        this.dwLowDateTime = (int) steps;
        this.dwHighDateTime = (int) (steps >>> 32);
    }

    /**
     * Converts from Java's time.
     *
     * @param instant the point in time
     * @return the same, cut to 100 nanoseconds
     */
    public static FILETIME of(Instant instant) {
        return new FILETIME(
                (instant.getEpochSecond() + SECONDS_1601_TO_1970) * STEPS_PER_SECOND + instant.getNano() / 100);
    }

    /** {@return the 64-bit number of 100-nanosecond steps since 1601-01-01 UTC} */
    public long steps() {
        return ((long) dwHighDateTime << 32) | Integer.toUnsignedLong(dwLowDateTime);
    }

    /**
     * Converts to Java's time.
     *
     * @return the point in time
     */
    public Instant toInstant() {
        long steps = steps();
        return Instant.ofEpochSecond(
                Math.floorDiv(steps, STEPS_PER_SECOND) - SECONDS_1601_TO_1970,
                Math.floorMod(steps, STEPS_PER_SECOND) * 100);
    }

    @Override
    public int sizeof() {
        return 8;
    }

    /** {@return the time as ISO 8601 has it, or 0 for none} */
    @Override
    public String toString() {
        return steps() == 0 ? "0" : toInstant().toString();
    }
}
