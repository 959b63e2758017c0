package io.github.wininet4j.cli;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** Puts a status callback into words. */
public final class StatusText {
    private StatusText() {}

    /**
     * Describes a callback.
     *
     * @param handle the handle it is about
     * @param context the context value
     * @param status the status
     * @param info what it carries
     * @param length the length of that
     * @return one line
     */
    static String describe(HINTERNET handle, long context, int status, @Nullable LPVOID info, int length) {
        return InternetStatus.name(status) + " hInternet=" + handle + " dwContext=" + context + payload(info, length);
    }

    private static String payload(@Nullable LPVOID info, int length) {
        if (info == null) {
            return "";
        }
        return " info=" + decoded(info) + " length=" + Integer.toUnsignedString(length);
    }

    private static String decoded(LPVOID info) {
        if (info instanceof INTERNET_ASYNC_RESULT result) {
            return asyncResult(result);
        }
        if (info instanceof TextBuffer text) {
            return '"' + text.toString() + '"';
        }
        if (info instanceof DwordRef || info instanceof HandleRef) {
            return info.toString();
        }
        if (info instanceof ByteBlock block) {
            return block.sizeof() + " bytes";
        }
        return info.getClass().getSimpleName();
    }

    /**
     * Returns the name and the number of an error.
     *
     * @param code the error
     * @return such as {@code ERROR_INVALID_HANDLE (6)}
     */
    public static String error(int code) {
        return ErrorText.name(code) + " (" + Integer.toUnsignedString(code) + ")";
    }

    /** The second member is an error only if the first says failure; else it may be a count (R-ASYNC-40). */
    static String asyncResult(INTERNET_ASYNC_RESULT result) {
        String error = result.dwResult == 0 ? error(result.dwError) : Integer.toUnsignedString(result.dwError);
        return "{dwResult=0x" + Long.toHexString(result.dwResult) + ", dwError=" + error + "}";
    }

    /**
     * Returns the handle that HANDLE_CREATED announces: the first pointer-sized field of what it carries (rule 5).
     *
     * @param info what the status carries
     * @return the handle, or null if there is none
     */
    static @Nullable HINTERNET createdHandle(@Nullable LPVOID info) {
        if (info instanceof HandleRef handle) {
            return handle.value;
        }
        return info instanceof INTERNET_ASYNC_RESULT result ? new HINTERNET(result.dwResult) : null;
    }
}
