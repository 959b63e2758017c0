package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** Sessions, connections and callbacks of ANSI callers. */
final class AnsiSessionApi implements AnsiSessionFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;
    private final AnsiCallbacks callbacks;

    AnsiSessionApi(WinInet wide, AnsiText text, AnsiBuffers buffers, AnsiCallbacks callbacks) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
        this.callbacks = callbacks;
    }

    @Override
    public @Nullable HINTERNET InternetOpenA(
            byte @Nullable [] lpszAgent,
            int dwAccessType,
            byte @Nullable [] lpszProxy,
            byte @Nullable [] lpszProxyBypass,
            int dwFlags) {
        return wide.InternetOpen(
                AnsiText.header(lpszAgent), dwAccessType, text.text(lpszProxy), text.text(lpszProxyBypass), dwFlags);
    }

    @Override
    public @Nullable HINTERNET InternetConnectA(
            @Nullable HINTERNET hInternet,
            byte @Nullable [] lpszServerName,
            int nServerPort,
            byte @Nullable [] lpszUserName,
            byte @Nullable [] lpszPassword,
            int dwService,
            int dwFlags,
            long dwContext) {
        return wide.InternetConnect(
                hInternet,
                text.text(lpszServerName),
                nServerPort,
                text.text(lpszUserName),
                text.text(lpszPassword),
                dwService,
                dwFlags,
                dwContext);
    }

    @Override
    public @Nullable StatusCallback InternetSetStatusCallbackA(
            @Nullable HINTERNET hInternet, @Nullable StatusCallback lpfnInternetCallback) {
        return AnsiCallbacks.unwrap(wide.InternetSetStatusCallback(hInternet, callbacks.wrap(lpfnInternetCallback)));
    }

    @Override
    public boolean InternetGetLastResponseInfoA(
            @Nullable DwordRef lpdwError, byte @Nullable [] lpszBuffer, @Nullable DwordRef lpdwBufferLength) {
        AnsiBuffers.TextQuery query = (buffer, length) -> wide.InternetGetLastResponseInfo(lpdwError, buffer, length);
        if (lpdwBufferLength == null) {
            return query.run(null, null);
        }
        String whole = buffers.fetch(query, lpdwBufferLength);
        if (whole == null) {
            return false;
        }
        byte[] bytes = text.bytes(whole);
        if (bytes.length != whole.length()) {
            return putCut(bytes, lpszBuffer, lpdwBufferLength);
        }
        // Bytes and characters are as many: what a size means is for the wide function to say.
        TextBuffer buffer = lpszBuffer == null ? null : new TextBuffer(lpszBuffer.length);
        boolean done = query.run(buffer, lpdwBufferLength);
        if (done && buffer != null && lpszBuffer != null) {
            AnsiBuffers.fill(lpszBuffer, text.bytes(buffer.toString()));
        }
        return done;
    }

    /** One byte too few trims the text instead of failing (R-LASTRESP-5). */
    private boolean putCut(byte[] bytes, byte @Nullable [] buffer, DwordRef size) {
        if (buffer != null && !AnsiBuffers.fits(buffer, size.value)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (buffer == null || size.value < bytes.length) {
            size.value = bytes.length + 1;
            return buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        int length = Math.min(bytes.length, size.value - 1);
        System.arraycopy(bytes, 0, buffer, 0, length);
        buffer[length] = 0;
        size.value = length;
        return true;
    }
}
