package io.github.wininet4j.engine.fault;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose error code is known where it happens. The border turns it into the failure return and the last error.
 */
public final class WinInetFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * Creates a failure.
     *
     * @param code the error code
     */
    public WinInetFailure(int code) {
        this(code, null);
    }

    /**
     * Creates a failure that keeps what led to it.
     *
     * @param code the error code
     * @param cause the cause
     */
    public WinInetFailure(int code, @Nullable Throwable cause) {
        // Failures are ordinary outcomes here, some on hot paths: no stack trace.
        super("error " + code, cause, false, false);
        this.code = code;
    }

    /** Returns a Win32 or {@code ERROR_INTERNET_*} code. */
    public int code() {
        return code;
    }
}
