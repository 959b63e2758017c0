package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The callbacks of ANSI callers on the handles of a wide back end. */
final class AnsiCallbacks {
    private final WinInet wide;
    private final AnsiText text;

    AnsiCallbacks(WinInet wide, AnsiText text) {
        this.wide = wide;
        this.text = text;
    }

    /** Returns what to give to the back end for an ANSI caller's callback. */
    @Nullable
    StatusCallback wrap(@Nullable StatusCallback callback) {
        return callback == null ? null : new AnsiStatusCallback(callback, text);
    }

    /** Returns what an ANSI caller once set; a callback that came through the wide functions as it is. */
    static @Nullable StatusCallback unwrap(@Nullable StatusCallback callback) {
        return callback instanceof AnsiStatusCallback ansi ? ansi.target() : callback;
    }

    /**
     * Makes a call that may pend and whose results have to be moved to the caller's memory: now, or when the callback
     * is notified of the completion. Results of a call that pends on a handle without an ANSI callback are discarded.
     *
     * @param handle what the call works on
     * @param call the wide call
     * @param completion moves the results of a call that succeeded
     * @return what the call returned
     */
    boolean run(@Nullable HINTERNET handle, BooleanSupplier call, AnsiStatusCallback.Completion completion) {
        AnsiStatusCallback callback = handle == null ? null : callback(handle);
        if (handle == null || callback == null) {
            return call.getAsBoolean() && finish(completion);
        }
        // Before the call: a worker may complete it before it returns.
        callback.expect(handle, completion);
        boolean done = call.getAsBoolean();
        if (done || wide.GetLastError() != Win32Error.ERROR_IO_PENDING) {
            callback.withdraw(handle, completion);
        }
        return done && finish(completion);
    }

    private boolean finish(AnsiStatusCallback.Completion completion) {
        int error = completion.finish();
        if (error != 0) {
            wide.SetLastError(error);
        }
        return error == 0;
    }

    private @Nullable AnsiStatusCallback callback(HINTERNET handle) {
        CallbackRef ref = new CallbackRef();
        boolean known = wide.InternetQueryOption(
                handle, InternetOption.INTERNET_OPTION_CALLBACK, ref, new DwordRef(Long.BYTES));
        return known && ref.value instanceof AnsiStatusCallback ansi ? ansi : null;
    }
}
