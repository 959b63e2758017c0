package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** The time functions of ANSI callers. */
final class AnsiTimeApi implements AnsiTimeFunctions {
    private static final int SIZE = TimeFormat.INTERNET_RFC1123_BUFSIZE;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiTimeApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetTimeFromSystemTimeA(
            @Nullable SYSTEMTIME pst, int dwRFC, byte @Nullable [] lpszTime, int cbTime) {
        TextBuffer buffer = lpszTime == null ? null : new TextBuffer(SIZE);
        int characters = Integer.compareUnsigned(cbTime, SIZE) < 0 ? cbTime : SIZE;
        if (!wide.InternetTimeFromSystemTime(pst, dwRFC, buffer, characters * Character.BYTES)) {
            return false;
        }
        if (buffer == null || lpszTime == null || !AnsiBuffers.fits(lpszTime, cbTime)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        AnsiBuffers.fill(lpszTime, text.bytes(buffer.toString()));
        return true;
    }

    @Override
    public boolean InternetTimeToSystemTimeA(byte @Nullable [] lpszTime, @Nullable SYSTEMTIME pst, int dwReserved) {
        return wide.InternetTimeToSystemTime(text.text(lpszTime), pst, dwReserved);
    }
}
