package io.github.wininet4j.engine.proxy.pac;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A script that cannot be loaded or run, or that went beyond its limits. */
public final class PacException extends IOException {
    private static final long serialVersionUID = 1;

    PacException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
