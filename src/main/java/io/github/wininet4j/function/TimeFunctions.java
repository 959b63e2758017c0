package io.github.wininet4j.function;

import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** HTTP dates. */
public interface TimeFunctions {
    /**
     * Writes a date as HTTP does, such as {@code Fri, 07 Jan 2005 12:06:35 GMT}.
     *
     * @param pst the date, UTC
     * @param dwRFC {@link TimeFormat#INTERNET_RFC1123_FORMAT}
     * @param lpszTime receives the 29 characters and a NUL
     * @param cbTime its size in bytes, 60 at least (R-TIME-3)
     * @return whether it worked. {@link Win32Error#ERROR_INSUFFICIENT_BUFFER},
     *     {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls and other formats
     * @see "R-TIME; InternetTimeFromSystemTime"
     */
    boolean InternetTimeFromSystemTime(
            @In @Nullable SYSTEMTIME pst,
            int dwRFC,
            @Out @SizedBy(bytes = "cbTime") @Nullable TextBuffer lpszTime,
            int cbTime);

    /**
     * Reads a date, however it is written. What is missing or not understood is filled from the current time, with
     * success (R-TIME-5, R-TIME-7); years below 80 are 20xx (R-TIME-6).
     *
     * @param lpszTime the text
     * @param pst receives the date, UTC
     * @param dwReserved reserved, 0
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls
     * @see "R-TIME; InternetTimeToSystemTime"
     */
    boolean InternetTimeToSystemTime(@Nullable String lpszTime, @Out @Nullable SYSTEMTIME pst, int dwReserved);
}
