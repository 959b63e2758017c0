package io.github.wininet4j.function;

import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.PointsInto;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/**
 * Taking URLs apart and putting them together; no handle and no network. {@link io.github.wininet4j.constant.IcuFlag}
 * has the flags.
 */
public interface UrlFunctions {
    /**
     * Takes a URL apart. The fields on entry say which parts are wanted, and how ({@link URL_COMPONENTS}). Without a
     * place for query and fragment they stay part of the path (R-CRACK-8); long URLs are welcome (R-CRACK-19).
     *
     * @param lpszUrl the URL
     * @param dwUrlLength how many of its characters count; 0 for all
     * @param dwFlags {@code ICU_DECODE} or {@code ICU_ESCAPE}, which need buffers in the structure (R-CRACK-17), or 0
     * @param lpUrlComponents receives the parts; lengths in characters without the NUL
     * @return whether it worked. {@link WinInetError#ERROR_INTERNET_UNRECOGNIZED_SCHEME} without a scheme,
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER} for a buffer without room for part and NUL,
     *     {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @see "R-CRACK; InternetCrackUrl"
     */
    boolean InternetCrackUrl(
            @SizedBy(characters = "dwUrlLength") @Nullable String lpszUrl,
            int dwUrlLength,
            int dwFlags,
            @InOut @PointsInto("lpszUrl") @Nullable URL_COMPONENTS lpUrlComponents);

    /**
     * Puts a URL together. A null part is left out, a part with length 0 counts up to its NUL; scheme text wins over
     * {@code nScheme} (R-CREATE-1, R-CREATE-2).
     *
     * @param lpUrlComponents the parts; lengths in characters
     * @param dwFlags {@code ICU_ESCAPE} to encode path and extra text, {@code ICU_ESCAPE_AUTHORITY}, or 0
     * @param lpszUrl receives the URL, or null to ask for its size
     * @param lpdwUrlLength in: room in characters; out: characters without the NUL, but on
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER} bytes with it (R-CREATE-5); required
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} also for a password without a user name
     *     (R-CREATE-7)
     * @see "R-CREATE; InternetCreateUrl"
     */
    boolean InternetCreateUrl(
            @In @Nullable URL_COMPONENTS lpUrlComponents,
            int dwFlags,
            @Out @Optional @SizedBy(characters = "lpdwUrlLength") @Nullable TextBuffer lpszUrl,
            @InOut @Nullable DwordRef lpdwUrlLength);

    /**
     * Brings a URL into canonical form: unsafe characters encoded, dot segments removed; all behind {@code ?} and
     * {@code #} stays (R-CANON-2, R-CANON-3). Doing it twice encodes percent signs twice if {@code ICU_ENCODE_PERCENT}
     * is given (R-URL-3).
     *
     * @param lpszUrl the URL
     * @param lpszBuffer receives the result
     * @param lpdwBufferLength in: room in characters; out: characters without the NUL, on
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER} with it (R-CANON-7); required
     * @param dwFlags {@code ICU_*} bits
     * @return whether it worked. {@link Win32Error#ERROR_BAD_PATHNAME},
     *     {@link WinInetError#ERROR_INTERNET_INVALID_URL}, {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls
     * @see "R-CANON; InternetCanonicalizeUrl"
     */
    boolean InternetCanonicalizeUrl(
            @Nullable String lpszUrl,
            @Out @SizedBy(characters = "lpdwBufferLength") @Nullable TextBuffer lpszBuffer,
            @InOut @Nullable DwordRef lpdwBufferLength,
            int dwFlags);

    /**
     * Resolves a URL against a base and brings the result into canonical form.
     *
     * @param lpszBaseUrl the base
     * @param lpszRelativeUrl the relative URL
     * @param lpszBuffer receives the result
     * @param lpdwBufferLength as for {@link #InternetCanonicalizeUrl}, in characters
     * @param dwFlags {@code ICU_*} bits
     * @return whether it worked; errors as of {@link #InternetCanonicalizeUrl}
     * @see "R-CANON; InternetCombineUrl"
     */
    boolean InternetCombineUrl(
            @Nullable String lpszBaseUrl,
            @Nullable String lpszRelativeUrl,
            @Out @SizedBy(characters = "lpdwBufferLength") @Nullable TextBuffer lpszBuffer,
            @InOut @Nullable DwordRef lpdwBufferLength,
            int dwFlags);
}
