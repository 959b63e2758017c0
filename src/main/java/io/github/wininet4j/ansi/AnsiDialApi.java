package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The connection functions of ANSI callers. */
final class AnsiDialApi implements AnsiDialFunctions {
    /** Room for the name of any connection. */
    private static final int LONGEST_NAME = 1024;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiDialApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetCheckConnectionA(byte @Nullable [] lpszUrl, int dwFlags, int dwReserved) {
        return wide.InternetCheckConnection(text.text(lpszUrl), dwFlags, dwReserved);
    }

    @Override
    public boolean InternetGetConnectedStateExA(
            @Nullable DwordRef lpdwFlags, byte @Nullable [] lpszConnectionName, int dwBufLen, int dwReserved) {
        if (lpszConnectionName == null || dwBufLen == 0) {
            return wide.InternetGetConnectedStateEx(lpdwFlags, null, 0, dwReserved);
        }
        if (!AnsiBuffers.fits(lpszConnectionName, dwBufLen)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        TextBuffer name = new TextBuffer(LONGEST_NAME);
        boolean connected = wide.InternetGetConnectedStateEx(lpdwFlags, name, LONGEST_NAME, dwReserved);
        if (connected || name.charAt(0) != 0) {
            byte[] bytes = text.bytes(name.toString());
            // A short buffer gets a short name (R-DIAL-5).
            byte[] cut = Arrays.copyOf(bytes, Math.min(bytes.length, dwBufLen - 1));
            AnsiBuffers.fill(lpszConnectionName, cut);
        }
        return connected;
    }

    @Override
    public int InternetDialA(
            long hwndParent,
            byte @Nullable [] lpszConnectoid,
            int dwFlags,
            @Nullable LongRef lpdwConnection,
            int dwReserved) {
        return wide.InternetDial(hwndParent, text.text(lpszConnectoid), dwFlags, lpdwConnection, dwReserved);
    }

    @Override
    public boolean InternetGoOnlineA(byte @Nullable [] lpszURL, long hwndParent, int dwFlags) {
        return wide.InternetGoOnline(text.text(lpszURL), hwndParent, dwFlags);
    }

    @Override
    public boolean InternetSetDialStateA(byte @Nullable [] lpszConnectoid, int dwState, int dwReserved) {
        return wide.InternetSetDialState(text.text(lpszConnectoid), dwState, dwReserved);
    }
}
