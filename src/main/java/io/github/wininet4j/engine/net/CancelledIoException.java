package io.github.wininet4j.engine.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The operation was cancelled, or the engine closed under it ({@code ERROR_INTERNET_OPERATION_CANCELLED}). */
public final class CancelledIoException extends IOException {
    private static final long serialVersionUID = 1L;

    CancelledIoException(@Nullable Throwable cause) {
        super("cancelled", cause);
    }
}
