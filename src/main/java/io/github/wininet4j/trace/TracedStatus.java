package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status that a program is told.
 *
 * @param time when
 * @param handle the handle that it is about
 * @param context the context value of the handle
 * @param status an {@code INTERNET_STATUS_*} value
 * @param information what it carries, or null
 * @param length the length of that, as the status defines it
 */
public record TracedStatus(
        Instant time,
        HINTERNET handle,
        long context,
        int status,
        @Nullable LPVOID information,
        int length) {

    /** {@return the name of the status, such as {@code INTERNET_STATUS_REQUEST_SENT}} */
    public String name() {
        return InternetStatus.name(status);
    }

    /** {@return the status with what it carries, without secrets} */
    @Override
    public String toString() {
        String head = name() + " hInternet=" + handle + " dwContext=" + context;
        return information == null
                ? head
                : head + " info=" + decoded(information) + " length=" + Integer.toUnsignedString(length);
    }

    private static String decoded(LPVOID information) {
        if (information instanceof INTERNET_ASYNC_RESULT result) {
            return completion(result);
        }
        if (information instanceof TextBuffer text) {
            return '"' + CallText.onOneLine(HiddenSecrets.inText(text.toString())) + '"';
        }
        if (information instanceof DwordRef || information instanceof HandleRef) {
            return information.toString();
        }
        return information instanceof ByteBlock block
                ? block.sizeof() + " bytes"
                : information.getClass().getSimpleName();
    }

    /** The second member is an error only if the first says failure; else it may be a count (R-ASYNC-40). */
    private static String completion(INTERNET_ASYNC_RESULT result) {
        String second = Integer.toUnsignedString(result.dwError);
        String error = result.dwResult == 0 ? ErrorText.name(result.dwError) + " (" + second + ")" : second;
        return "{dwResult=0x" + Long.toHexString(result.dwResult) + ", dwError=" + error + "}";
    }
}
