package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface UrlFunctions {
    /** TODO-DOC */
    boolean InternetCrackUrl(
            @Nullable String lpszUrl, int dwUrlLength, int dwFlags, @Nullable URL_COMPONENTS lpUrlComponents);

    /** TODO-DOC */
    boolean InternetCreateUrl(
            @Nullable URL_COMPONENTS lpUrlComponents,
            int dwFlags,
            @Nullable TextBuffer lpszUrl,
            @Nullable DwordRef lpdwUrlLength);

    /** TODO-DOC */
    boolean InternetCanonicalizeUrl(
            @Nullable String lpszUrl,
            @Nullable TextBuffer lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags);

    /** TODO-DOC */
    boolean InternetCombineUrl(
            @Nullable String lpszBaseUrl,
            @Nullable String lpszRelativeUrl,
            @Nullable TextBuffer lpszBuffer,
            @Nullable DwordRef lpdwBufferLength,
            int dwFlags);
}
