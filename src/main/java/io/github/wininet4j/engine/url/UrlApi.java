package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.UrlFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** The URL functions. They keep nothing, need no session and touch no network. */
public final class UrlApi implements UrlFunctions {
    /** Size of URL_COMPONENTS for 64-bit and 32-bit callers (R-STRUCT-3). */
    private static final int SIZE_64 = 104;

    private static final int SIZE_32 = 60;

    /** Creates the functions. */
    public UrlApi() {}

    @Override
    public boolean InternetCrackUrl(
            @Nullable String lpszUrl, int dwUrlLength, int dwFlags, @Nullable URL_COMPONENTS lpUrlComponents) {
        if (lpszUrl == null || lpUrlComponents == null || !isKnownSize(lpUrlComponents.dwStructSize)) {
            throw invalidParameter();
        }
        boolean decode = (dwFlags & (IcuFlag.ICU_DECODE | IcuFlag.ICU_ESCAPE)) != 0;
        CrackedComponents.check(lpUrlComponents, decode);
        int end = UrlText.length(lpszUrl);
        if (dwUrlLength != 0 && Integer.compareUnsigned(dwUrlLength, end) < 0) {
            end = dwUrlLength;
        }
        if (end == 0) {
            throw invalidParameter();
        }
        CrackedComponents.hand(UrlParser.parse(lpszUrl, end), lpUrlComponents, decode);
        return true;
    }

    @Override
    public boolean InternetCreateUrl(
            @Nullable URL_COMPONENTS lpUrlComponents,
            int dwFlags,
            @Nullable TextBuffer lpszUrl,
            @Nullable DwordRef lpdwUrlLength) {
        if (lpUrlComponents == null || lpdwUrlLength == null || !isKnownSize(lpUrlComponents.dwStructSize)) {
            throw invalidParameter();
        }
        // Bytes on failure, unlike its sisters (R-CREATE-5, R-GEN-11).
        return store(UrlComposer.compose(lpUrlComponents, dwFlags), lpszUrl, lpdwUrlLength, Character.BYTES);
    }

    @Override
    public boolean InternetCanonicalizeUrl(
            @Nullable String lpszUrl,
            @Nullable TextBuffer lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags) {
        if (lpszUrl == null || lpszBuffer == null || lpdwBufferLength == null) {
            throw invalidParameter();
        }
        return store(UrlCanonicalizer.canonicalize(lpszUrl, dwFlags), lpszBuffer, lpdwBufferLength, 1);
    }

    @Override
    public boolean InternetCombineUrl(
            @Nullable String lpszBaseUrl,
            @Nullable String lpszRelativeUrl,
            @Nullable TextBuffer lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags) {
        if (lpszBaseUrl == null || lpszRelativeUrl == null || lpdwBufferLength == null) {
            throw invalidParameter();
        }
        return store(UrlCombiner.combine(lpszBaseUrl, lpszRelativeUrl, dwFlags), lpszBuffer, lpdwBufferLength, 1);
    }

    /**
     * Hands a text over.
     *
     * @param unit what one character counts in the size on failure
     */
    private static boolean store(String text, @Nullable TextBuffer buffer, DwordRef length, int unit) {
        int capacity = length.value;
        if (buffer != null && !buffer.holds(capacity)) {
            throw invalidParameter();
        }
        if (buffer == null || text.length() >= capacity) {
            length.value = (text.length() + 1) * unit;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        buffer.set(text);
        length.value = text.length();
        return true;
    }

    private static boolean isKnownSize(int size) {
        return size == SIZE_64 || size == SIZE_32;
    }

    private static WinInetFailure invalidParameter() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
