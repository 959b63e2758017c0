package io.github.wininet4j.engine.time;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.TimeFunctions;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The time functions. */
public final class TimeApi implements TimeFunctions {
    /** {@code INTERNET_RFC1123_FORMAT}. */
    private static final int RFC1123 = 0;

    /** {@code INTERNET_RFC1123_BUFSIZE} characters, in bytes. */
    private static final int BYTES = 30 * Character.BYTES;

    private final InstantSource clock;

    /**
     * Creates the functions.
     *
     * @param clock tells the time that fills missing fields
     */
    public TimeApi(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean InternetTimeFromSystemTime(
            @Nullable SYSTEMTIME pst, int dwRFC, @Nullable TextBuffer lpszTime, int cbTime) {
        if (pst == null || lpszTime == null || dwRFC != RFC1123) {
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
        InternetTime.read(lpszTime, clock.instant(), pst);
        return true;
    }
}
