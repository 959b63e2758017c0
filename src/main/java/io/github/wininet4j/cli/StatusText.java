package io.github.wininet4j.cli;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.trace.TracedStatus;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import java.time.Instant;
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
        return new TracedStatus(Instant.now(), handle, context, status, info, length).toString();
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
