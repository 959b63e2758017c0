package io.github.wininet4j.nativelib;

import io.github.wininet4j.constant.Win32Error;

/** An argument that C could not be given without reading or writing beyond the caller's object. */
final class RefusedArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    RefusedArgument(String message) {
        this(message, Win32Error.ERROR_INVALID_PARAMETER);
    }

    RefusedArgument(String message, int code) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Returns the error that the function fails with. */
    int code() {
        return code;
    }
}
