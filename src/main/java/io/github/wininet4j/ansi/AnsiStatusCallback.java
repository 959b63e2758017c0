package io.github.wininet4j.ansi;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.StatusPayloads;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a wide back end and the callback of an ANSI caller: text arrives as bytes with its NUL, the length
 * counting them (R-CB-10, R-STAT-110). It also finishes calls that pended, before their completion is notified.
 */
final class AnsiStatusCallback implements StatusCallback {
    private final StatusCallback target;
    private final AnsiText text;
    private final ConcurrentHashMap<HINTERNET, Completion> pending = new ConcurrentHashMap<>();

    AnsiStatusCallback(StatusCallback target, AnsiText text) {
        this.target = target;
        this.text = text;
    }

    /** Moves the results of a wide call into the memory of an ANSI caller. */
    @FunctionalInterface
    interface Completion {
        /**
         * Moves the results.
         *
         * @return 0, or the error that the call fails with after all
         */
        int finish();
    }

    StatusCallback target() {
        return target;
    }

    /** Remembers, before it is made, what is to be done when the one operation of a handle completes. */
    void expect(HINTERNET handle, Completion completion) {
        pending.put(handle, completion);
    }

    void withdraw(HINTERNET handle, Completion completion) {
        pending.remove(handle, completion);
    }

    private void closed(HINTERNET handle) {
        pending.remove(handle);
    }

    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        LPVOID info = lpvStatusInformation;
        int length = dwStatusInformationLength;
        if (dwInternetStatus == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            info = complete(hInternet, info);
        } else if (dwInternetStatus == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            closed(hInternet);
        } else if (info instanceof TextBuffer wideText) {
            boolean url = StatusPayloads.kind(dwInternetStatus) == StatusPayloads.Kind.WIDE_TEXT;
            byte[] bytes = url ? text.urlBytes(wideText.toString()) : text.bytes(wideText.toString());
            info = new ByteBlock(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1)));
            length = bytes.length + 1;
        }
        target.callback(hInternet, dwContext, dwInternetStatus, info, length);
    }

    private @Nullable LPVOID complete(HINTERNET handle, @Nullable LPVOID info) {
        Completion completion = pending.remove(handle);
        if (completion == null || !(info instanceof INTERNET_ASYNC_RESULT result) || result.dwResult == 0) {
            return info;
        }
        int error = completion.finish();
        return error == 0 ? info : new INTERNET_ASYNC_RESULT(0, error);
    }
}
