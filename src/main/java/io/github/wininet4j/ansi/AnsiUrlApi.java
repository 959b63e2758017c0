package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** The URL functions of ANSI callers. */
final class AnsiUrlApi implements AnsiUrlFunctions {
    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiUrlApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public boolean InternetCrackUrlA(
            byte @Nullable [] lpszUrl, int dwUrlLength, int dwFlags, @Nullable URL_COMPONENTSA lpUrlComponents) {
        if (lpszUrl == null || lpUrlComponents == null || !AnsiUrlParts.lengthsFit(lpUrlComponents)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        int end = AnsiText.length(lpszUrl, 0);
        if (dwUrlLength != 0 && Integer.compareUnsigned(dwUrlLength, end) < 0) {
            end = dwUrlLength;
        }
        String url = text.url(lpszUrl, 0, end);
        URL_COMPONENTS cracked = AnsiUrlParts.toCrack(lpUrlComponents, url);
        if (!wide.InternetCrackUrl(url, 0, dwFlags, cracked)) {
            return false;
        }
        return AnsiUrlParts.copyTo(cracked, lpUrlComponents, url, lpszUrl, text)
                || buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
    }

    @Override
    public boolean InternetCreateUrlA(
            @Nullable URL_COMPONENTSA lpUrlComponents,
            int dwFlags,
            byte @Nullable [] lpszUrl,
            @Nullable DwordRef lpdwUrlLength) {
        if (lpUrlComponents == null || !AnsiUrlParts.lengthsFit(lpUrlComponents)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        URL_COMPONENTS parts = AnsiUrlParts.toCreate(lpUrlComponents);
        return buffers.answerWithNuls(
                (buffer, length) -> wide.InternetCreateUrl(parts, dwFlags, buffer, length),
                text::urlBytes,
                lpszUrl,
                lpdwUrlLength);
    }

    @Override
    public boolean InternetCanonicalizeUrlA(
            byte @Nullable [] lpszUrl, byte @Nullable [] lpszBuffer, @Nullable DwordRef lpdwBufferLength, int dwFlags) {
        String url = text.url(lpszUrl);
        return buffers.answer(
                (buffer, length) -> wide.InternetCanonicalizeUrl(url, buffer, length, dwFlags),
                text::urlBytes,
                lpszBuffer,
                lpdwBufferLength);
    }

    @Override
    public boolean InternetCombineUrlA(
            byte @Nullable [] lpszBaseUrl,
            byte @Nullable [] lpszRelativeUrl,
            byte @Nullable [] lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags) {
        String base = text.url(lpszBaseUrl);
        String relative = text.url(lpszRelativeUrl);
        return buffers.answer(
                (buffer, length) -> wide.InternetCombineUrl(base, relative, buffer, length, dwFlags),
                text::urlBytes,
                lpszBuffer,
                lpdwBufferLength);
    }
}
