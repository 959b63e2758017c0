package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface OptionFunctions {
    /** TODO-DOC */
    boolean InternetQueryOption(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength);

    /** TODO-DOC */
    boolean InternetSetOption(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength);

    /** TODO-DOC */
    boolean InternetSetOptionEx(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength, int dwFlags);
}
