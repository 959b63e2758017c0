package io.github.wininet4j.engine.time;

import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.TimeFunctions;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The time functions. */
public final class TimeApi implements TimeFunctions {
    /** The size is in bytes, also for wide text (R-TIME-3). */
    private static final int BYTES = TimeFormat.INTERNET_RFC1123_BUFSIZE * Character.BYTES;

    private final InternetTime time;

    /**
     * Creates the functions.
     *
     * @param clock tells the time that fills missing fields
     */
    public TimeApi(InstantSource clock) {
        this.time = new InternetTime(clock);
    }

    @Override
    public boolean InternetTimeFromSystemTime(
            @Nullable SYSTEMTIME pst, int dwRFC, @Nullable TextBuffer lpszTime, int cbTime) {
        if (pst == null || lpszTime == null || dwRFC != TimeFormat.INTERNET_RFC1123_FORMAT) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (Integer.compareUnsigned(cbTime, BYTES) < 0) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (cbTime < 0 || cbTime / Character.BYTES > lpszTime.capacity()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        lpszTime.set(InternetTime.format(pst));
        return true;
    }

    @Override
    public boolean InternetTimeToSystemTime(@Nullable String lpszTime, @Nullable SYSTEMTIME pst, int dwReserved) {
        if (lpszTime == null || pst == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        time.read(lpszTime, pst);
        return true;
    }
}
