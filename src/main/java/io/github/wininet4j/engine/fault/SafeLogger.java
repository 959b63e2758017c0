package io.github.wininet4j.engine.fault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * A logger that never throws. Handlers are the program's; one that fails must not keep a call from completing or a
 * handle from ending (R-HANDLE-12).
 */
public final class SafeLogger {
    private final Logger logger;

    private SafeLogger(Logger logger) {
        this.logger = logger;
    }

    /** Returns the logger of a class. */
    public static SafeLogger of(Class<?> type) {
        return new SafeLogger(System.getLogger(type.getName()));
    }

    /** Logs a message. */
    public void log(Level level, Supplier<String> message) {
        try {
            logger.log(level, message);
        } catch (RuntimeException | Error e) {
            // There is no one else to tell.
        }
    }

    /** Logs a message and what was thrown. */
    public void log(Level level, Supplier<String> message, Throwable thrown) {
        try {
            logger.log(level, message, thrown);
        } catch (RuntimeException | Error e) {
            // There is no one else to tell.
        }
    }
}
