package io.github.wininet4j.ansi;

import io.github.wininet4j.function.TimeFunctions;
import io.github.wininet4j.type.SYSTEMTIME;
import org.jspecify.annotations.Nullable;

/** {@link TimeFunctions} over bytes. The plain names of the C library are these functions (R-TIME-8). */
public interface AnsiTimeFunctions {
    /**
     * As {@link TimeFunctions#InternetTimeFromSystemTime}.
     *
     * @param pst the time
     * @param dwRFC as there
     * @param lpszTime receives the text and its NUL
     * @param cbTime its size in bytes, at least 30 (R-TIME-3)
     * @return whether it worked
     * @see "R-TIME; InternetTimeFromSystemTime"
     */
    boolean InternetTimeFromSystemTimeA(@Nullable SYSTEMTIME pst, int dwRFC, byte @Nullable [] lpszTime, int cbTime);

    /**
     * As {@link TimeFunctions#InternetTimeToSystemTime}.
     *
     * @param lpszTime the text
     * @param pst receives the time
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-TIME; InternetTimeToSystemTime"
     */
    boolean InternetTimeToSystemTimeA(byte @Nullable [] lpszTime, @Nullable SYSTEMTIME pst, int dwReserved);
}
