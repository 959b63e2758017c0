package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** The cookie functions of ANSI callers. */
final class AnsiCookieApi implements AnsiCookieFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiCookieApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetSetCookieA(
            byte @Nullable [] lpszUrl, byte @Nullable [] lpszCookieName, byte @Nullable [] lpszCookieData) {
        return wide.InternetSetCookie(
                text.text(lpszUrl), AnsiText.header(lpszCookieName), AnsiText.header(lpszCookieData));
    }

    @Override
    public boolean InternetGetCookieA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            @Nullable DwordRef lpdwSize) {
        String url = text.text(lpszUrl);
        String name = AnsiText.header(lpszCookieName);
        return answer((buffer, length) -> wide.InternetGetCookie(url, name, buffer, length), lpszCookieData, lpdwSize);
    }

    @Override
    public int InternetSetCookieExA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            int dwFlags,
            long dwReserved) {
        return wide.InternetSetCookieEx(
                text.text(lpszUrl),
                AnsiText.header(lpszCookieName),
                AnsiText.header(lpszCookieData),
                dwFlags,
                dwReserved);
    }

    @Override
    public boolean InternetGetCookieExA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            @Nullable DwordRef lpdwSize,
            int dwFlags,
            @Nullable LPVOID lpReserved) {
        String url = text.text(lpszUrl);
        String name = AnsiText.header(lpszCookieName);
        return answer(
                (buffer, length) -> wide.InternetGetCookieEx(url, name, buffer, length, dwFlags, lpReserved),
                lpszCookieData,
                lpdwSize);
    }

    @Override
    public boolean ImportCookieFileA(byte @Nullable [] szFilename) {
        return wide.ImportCookieFile(text.text(szFilename));
    }

    @Override
    public boolean ExportCookieFileA(byte @Nullable [] szFilename, boolean fAppend) {
        return wide.ExportCookieFile(text.text(szFilename), fAppend);
    }

    @Override
    public boolean IsDomainLegalCookieDomainA(byte @Nullable [] pchDomain, byte @Nullable [] pchFullDomain) {
        return wide.IsDomainLegalCookieDomain(text.text(pchDomain), text.text(pchFullDomain));
    }

    /**
     * Cookies have a protocol of their own: a null buffer succeeds, and the size always counts the NUL (R-COOKIE-8 to
     * R-COOKIE-11).
     */
    private boolean answer(AnsiBuffers.TextQuery query, byte @Nullable [] buffer, @Nullable DwordRef size) {
        if (size == null) {
            return query.run(null, null);
        }
        if (buffer != null && !AnsiBuffers.fits(buffer, size.value)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String cookies = buffers.fetch(query, size);
        if (cookies == null) {
            return false;
        }
        byte[] bytes = AnsiText.headerBytes(cookies);
        boolean fits = buffer != null && bytes.length < size.value;
        size.value = bytes.length + 1;
        if (buffer == null) {
            return true;
        }
        if (!fits) {
            return buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        AnsiBuffers.fill(buffer, bytes);
        return true;
    }
}
