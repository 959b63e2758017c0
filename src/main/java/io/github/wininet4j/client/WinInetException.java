package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.WinInetError;
import java.io.IOException;

/**
 * A function of WinInet failed: which one, with which error, and in words. WinInet gives a number and no reasons; the
 * cause is an {@link InterruptedException} where an interrupt ended the call, else null.
 */
public final class WinInetException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The function. */
    private final String function;

    /** The error. */
    private final int code;

    /**
     * Creates an exception.
     *
     * @param function the function that failed
     * @param code the error, such as {@link WinInetError#ERROR_INTERNET_TIMEOUT}
     */
    public WinInetException(String function, int code) {
        super(function + ": " + ErrorText.name(code) + " (" + Integer.toUnsignedString(code) + "): "
                + ErrorText.message(code));
        this.function = function;
        this.code = code;
    }

    /**
     * Creates an exception for what the last call of this thread failed with.
     *
     * @param wininet where the call was made
     * @param function the function that failed
     * @return the exception
     */
    public static WinInetException last(WinInet wininet, String function) {
        return new WinInetException(function, wininet.GetLastError());
    }

    /** {@return the function that failed, such as {@code HttpSendRequest}} */
    public String function() {
        return function;
    }

    /** {@return the error, as {@code GetLastError} had it} */
    public int code() {
        return code;
    }

    /** {@return the name of the error, such as {@code ERROR_INTERNET_TIMEOUT}} */
    public String name() {
        return ErrorText.name(code);
    }

    /** {@return a sentence about the error} */
    public String text() {
        return ErrorText.message(code);
    }

    /** {@return whether the handle was closed or the thread interrupted while the call was under way} */
    public boolean isCancelled() {
        return code == WinInetError.ERROR_INTERNET_OPERATION_CANCELLED;
    }
}
