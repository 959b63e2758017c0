package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import org.jspecify.annotations.Nullable;

/** Text arguments that come with a length. */
public final class CallerText {
    private CallerText() {}

    /**
     * Applies the length of a text argument.
     *
     * @param text the text, or null
     * @param length characters; -1, or 0 with a text, for the whole text up to a NUL (R-SEND-2, R-SEND-5)
     * @return the text that counts, or null for none
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for another negative length
     */
    public static @Nullable String limit(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        if (length < -1) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        int end = length <= 0 ? text.length() : Math.min(length, text.length());
        int nul = text.indexOf(0);
        end = nul >= 0 && nul < end ? nul : end;
        return end == text.length() ? text : text.substring(0, end);
    }
}
