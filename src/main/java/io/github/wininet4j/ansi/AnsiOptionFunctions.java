package io.github.wininet4j.ansi;

import io.github.wininet4j.function.OptionFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/**
 * {@link OptionFunctions} over bytes. Text goes through a {@code ByteBlock}, structures with text have their A form,
 * all else is as there.
 */
public interface AnsiOptionFunctions {
    /**
     * As {@link OptionFunctions#InternetQueryOption}. Text comes in the code page, the User-Agent as ISO-8859-1, URLs
     * as the bytes of the wire. A text that does not fit reports bytes with its NUL, one that fits bytes without it
     * (R-OPT-5).
     *
     * @param hInternet the handle, or null
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer receives the value; {@code INTERNET_OPTION_CALLBACK} gives the object that
     *     InternetSetStatusCallbackA was given
     * @param lpdwBufferLength in: room in bytes; out: size in bytes
     * @return whether it worked
     * @see "R-OPT; InternetQueryOption"
     */
    boolean InternetQueryOptionA(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength);

    /**
     * As {@link OptionFunctions#InternetSetOption}.
     *
     * @param hInternet the handle, or null
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the value; text ends at its NUL or at the end of the block
     * @param dwBufferLength bytes; not looked at for text (R-OPT-4)
     * @return whether it worked
     * @see "R-OPT; InternetSetOption"
     */
    boolean InternetSetOptionA(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength);

    /**
     * As {@link OptionFunctions#InternetSetOptionEx}.
     *
     * @param hInternet the handle, or null
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the value; text ends at its NUL or at the end of the block
     * @param dwBufferLength bytes; not looked at for text (R-OPT-4)
     * @param dwFlags as there
     * @return whether it worked
     * @see "R-OPT-13; InternetSetOptionEx"
     */
    boolean InternetSetOptionExA(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength, int dwFlags);
}
