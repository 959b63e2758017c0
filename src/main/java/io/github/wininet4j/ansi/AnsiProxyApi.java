package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** The proxy functions, which C has for ANSI callers only. */
final class AnsiProxyApi implements AnsiProxyFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiProxyApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetDeInitializeAutoProxyDll(byte @Nullable [] lpszMime, int dwReserved) {
        return wide.InternetDeInitializeAutoProxyDll(text.text(lpszMime), dwReserved);
    }

    @Override
    public boolean InternetGetProxyInfo(
            byte @Nullable [] lpszUrl,
            int dwUrlLength,
            byte @Nullable [] lpszUrlHostName,
            int dwUrlHostNameLength,
            @Nullable AnsiBuffer lplpszProxyHostName,
            @Nullable DwordRef lpdwProxyHostNameLength) {
        String url = start(lpszUrl, dwUrlLength);
        String host = start(lpszUrlHostName, dwUrlHostNameLength);
        TextBuffer proxies = lplpszProxyHostName == null ? null : new TextBuffer(lplpszProxyHostName.capacity());
        boolean done = wide.InternetGetProxyInfo(url, size(url), host, size(host), proxies, lpdwProxyHostNameLength);
        if (!done || proxies == null || lplpszProxyHostName == null) {
            return done;
        }
        byte[] bytes = text.bytes(proxies.toString());
        if (bytes.length >= lplpszProxyHostName.capacity()) {
            return buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        lplpszProxyHostName.set(bytes);
        if (lpdwProxyHostNameLength != null) {
            lpdwProxyHostNameLength.value = bytes.length;
        }
        return true;
    }

    @Override
    public boolean DetectAutoProxyUrl(byte @Nullable [] lpszAutoProxyUrl, int dwAutoProxyUrlLength, int dwDetectFlags) {
        if (lpszAutoProxyUrl == null || !AnsiBuffers.fits(lpszAutoProxyUrl, dwAutoProxyUrlLength)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        TextBuffer url = new TextBuffer(dwAutoProxyUrlLength);
        if (!wide.DetectAutoProxyUrl(url, dwAutoProxyUrlLength, dwDetectFlags)) {
            return false;
        }
        byte[] bytes = text.urlBytes(url.toString());
        if (bytes.length >= dwAutoProxyUrlLength) {
            return buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        AnsiBuffers.fill(lpszAutoProxyUrl, bytes);
        return true;
    }

    @Override
    public boolean IsHostInProxyBypassList(int tScheme, byte @Nullable [] lpszHost, int cchHost) {
        String host = start(lpszHost, cchHost);
        return wide.IsHostInProxyBypassList(tScheme, host, size(host));
    }

    /** Lengths of text count bytes here and characters there; a text never goes on beyond its NUL. */
    private @Nullable String start(byte @Nullable [] bytes, int length) {
        if (bytes == null) {
            return null;
        }
        int end = AnsiText.length(bytes, 0);
        return text.text(bytes, 0, Integer.compareUnsigned(length, end) < 0 ? length : end);
    }

    private static int size(@Nullable String given) {
        return given == null ? 0 : given.length();
    }
}
