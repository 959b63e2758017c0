package io.github.wininet4j.ansi;

import io.github.wininet4j.function.UrlFunctions;
import io.github.wininet4j.type.DwordRef;
import org.jspecify.annotations.Nullable;

/**
 * {@link UrlFunctions} over bytes: a byte is a character, so that escapes and parts are bytes of the caller's code
 * page.
 */
public interface AnsiUrlFunctions {
    /**
     * As {@link UrlFunctions#InternetCrackUrl}, with lengths in bytes. Double-byte characters are not taken apart, and
     * an escape decoded by {@code ICU_DECODE} becomes the byte it stands for. Pointers that the function gives point
     * into the array of the URL (R-CRACK-3).
     *
     * @param lpszUrl the URL
     * @param dwUrlLength its length in bytes; 0 for the whole text (R-CRACK-1)
     * @param dwFlags as there
     * @param lpUrlComponents says which parts are wanted and receives them
     * @return whether it worked; if not, nothing is changed
     * @see "R-CRACK; InternetCrackUrl"
     */
    boolean InternetCrackUrlA(
            byte @Nullable [] lpszUrl, int dwUrlLength, int dwFlags, @Nullable URL_COMPONENTSA lpUrlComponents);

    /**
     * As {@link UrlFunctions#InternetCreateUrl}; a buffer that is too small reports bytes, which are characters here
     * (R-CREATE-5).
     *
     * @param lpUrlComponents the parts, lengths in bytes
     * @param dwFlags as there
     * @param lpszUrl receives the URL and its NUL, or null
     * @param lpdwUrlLength in: room in bytes; out: bytes without the NUL, on failure with it
     * @return whether it worked
     * @see "R-CREATE; InternetCreateUrl"
     */
    boolean InternetCreateUrlA(
            @Nullable URL_COMPONENTSA lpUrlComponents,
            int dwFlags,
            byte @Nullable [] lpszUrl,
            @Nullable DwordRef lpdwUrlLength);

    /**
     * As {@link UrlFunctions#InternetCanonicalizeUrl}; bytes 80 to FF are unsafe and escaped (R-URL-4).
     *
     * @param lpszUrl the URL
     * @param lpszBuffer receives the result and its NUL
     * @param lpdwBufferLength in: room in bytes; out: bytes without the NUL, on failure with it (R-CANON-7)
     * @param dwFlags as there
     * @return whether it worked
     * @see "R-CANON; InternetCanonicalizeUrl"
     */
    boolean InternetCanonicalizeUrlA(
            byte @Nullable [] lpszUrl, byte @Nullable [] lpszBuffer, @Nullable DwordRef lpdwBufferLength, int dwFlags);

    /**
     * As {@link UrlFunctions#InternetCombineUrl}; bytes 80 to FF are unsafe and escaped (R-URL-4).
     *
     * @param lpszBaseUrl the base URL
     * @param lpszRelativeUrl the reference
     * @param lpszBuffer receives the result and its NUL, or null
     * @param lpdwBufferLength in: room in bytes; out: bytes without the NUL, on failure with it (R-CANON-7)
     * @param dwFlags as there
     * @return whether it worked
     * @see "R-CANON; InternetCombineUrl"
     */
    boolean InternetCombineUrlA(
            byte @Nullable [] lpszBaseUrl,
            byte @Nullable [] lpszRelativeUrl,
            byte @Nullable [] lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags);
}
