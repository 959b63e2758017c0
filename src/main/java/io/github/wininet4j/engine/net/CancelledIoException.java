package io.github.wininet4j.engine.net;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The operation was cancelled, or the engine closed under it ({@code ERROR_INTERNET_OPERATION_CANCELLED}). */
public final class CancelledIoException extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param cause how the operation ended, or null
     */
    public CancelledIoException(@Nullable Throwable cause) {
        super("cancelled", cause);
    }

    @Override
    public int errorCode() {
        return WinInetError.ERROR_INTERNET_OPERATION_CANCELLED;
    }
}
