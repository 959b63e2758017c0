package io.github.wininet4j.function;

import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.OptionData;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** Options of handles and of the whole process; {@link io.github.wininet4j.constant.InternetOption} lists them. */
public interface OptionFunctions {
    /**
     * Reads an option.
     *
     * @param hInternet the handle, or null for the process-wide value
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer receives the value: {@code DwordRef} for numbers and BOOLs, {@code TextBuffer} for text,
     *     {@code LongRef} or {@code HandleRef} for what is pointer-sized, the structure for structures, or a
     *     {@code ByteBlock}; null asks for the size
     * @param lpdwBufferLength in: room in bytes; out: bytes, for text characters without the NUL (R-OPT-5); required
     * @return whether it worked. {@link Win32Error#ERROR_INSUFFICIENT_BUFFER} with the needed bytes,
     *     {@link WinInetError#ERROR_INTERNET_INVALID_OPTION} for an unknown option,
     *     {@link WinInetError#ERROR_INTERNET_INCORRECT_HANDLE_TYPE} for one that the handle does not have
     * @see "R-OPT, R-OPTN; InternetQueryOption, Option Flags"
     */
    boolean InternetQueryOption(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Out @Optional @OptionData("dwOption") @SizedBy(bytes = "lpdwBufferLength") @Nullable LPVOID lpBuffer,
            @InOut @Nullable DwordRef lpdwBufferLength);

    /**
     * Changes an option. Handles made later inherit it, those that exist do not (R-HANDLE-24, R-HANDLE-25).
     *
     * @param hInternet the handle, or null for the process-wide value
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the value, in the types of {@link #InternetQueryOption}; null for options without one
     * @param dwBufferLength its size in bytes, for text in characters and not looked at (R-OPT-3, R-OPT-4)
     * @return whether it worked. {@link WinInetError#ERROR_INTERNET_BAD_OPTION_LENGTH} for a wrong size,
     *     {@link WinInetError#ERROR_INTERNET_OPTION_NOT_SETTABLE} for a read-only option,
     *     {@link WinInetError#ERROR_INTERNET_INVALID_OPTION} for an unknown one
     * @see "R-OPT, R-OPTN; InternetSetOption"
     */
    boolean InternetSetOption(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @In @Optional @OptionData("dwOption") @SizedBy(bytes = "dwBufferLength") @Nullable LPVOID lpBuffer,
            int dwBufferLength);

    /**
     * Does what {@link #InternetSetOption} does; the flags change nothing (R-OPT-13).
     *
     * @param hInternet the handle, or null for the process-wide value
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the value
     * @param dwBufferLength its size as for {@link #InternetSetOption}
     * @param dwFlags bits of {@link OptionValue#ISO_VALID_FLAGS}; others are {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @return whether it worked
     * @see "R-OPT-13; InternetSetOptionEx"
     */
    boolean InternetSetOptionEx(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @In @Optional @OptionData("dwOption") @SizedBy(bytes = "dwBufferLength") @Nullable LPVOID lpBuffer,
            int dwBufferLength,
            int dwFlags);
}
