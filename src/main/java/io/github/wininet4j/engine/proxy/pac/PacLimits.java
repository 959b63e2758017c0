package io.github.wininet4j.engine.proxy.pac;

/**
 * What one run of a script may use.
 *
 * @param millis how much processor time it may use and how long it may wait for names, together; where processor time
 *     is not known, how long it may take
 * @param allocatedBytes how much memory it may allocate altogether
 * @param characters how many characters it may put together altogether
 * @param length how long one text or list may be
 */
public record PacLimits(long millis, long allocatedBytes, long characters, int length) {
    /** The limits of the engine; what is left of two seconds is for starting and ending the run. */
    public static final PacLimits DEFAULT = new PacLimits(1_500, 64L << 20, 16L << 20, 1 << 20);

    /** A busy machine lets a script wait, and that is not the script's doing. */
    private static final int PATIENCE = 8;

    /** Returns how long a run may take with everything it waits for, in milliseconds. */
    long patienceMillis() {
        return millis * PATIENCE;
    }
}
