package io.github.wininet4j.engine.cache;

/** The time of the last change of a file or a folder, by which it is known whether it is as it was. */
final class ChangeTime {
    /** What changed later than this ago may be changed once more in the same instant of its clock. */
    private static final long SETTLED_MILLIS = 50;

    private ChangeTime() {}

    /** Returns a time that tells each later change; 0 if none does yet. In milliseconds. */
    static long settled(long modified) {
        return System.currentTimeMillis() - modified > SETTLED_MILLIS ? modified : 0;
    }
}
