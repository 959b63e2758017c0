package io.github.wininet4j.logging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A logger that never throws. Handlers are the program's; one that fails must not keep a call from completing or a
 * handle from ending (R-HANDLE-12). It is made at its first line: most programs never see one, and what stands behind
 * it takes the JVM longer to load than a call does.
 */
public final class SafeLogger {
    private final String name;
    private volatile @Nullable Logger logger;

    private SafeLogger(String name) {
        this.name = name;
    }

    /** Returns the logger of a class. */
    public static SafeLogger of(Class<?> type) {
        return new SafeLogger(type.getName());
    }

    /** Logs a message. */
    public void log(Level level, Supplier<String> message) {
        try {
            logger().log(level, message);
        } catch (RuntimeException | Error e) {
            // There is no one else to tell.
        }
    }

    /** Logs a message and what was thrown. */
    public void log(Level level, Supplier<String> message, Throwable thrown) {
        try {
            logger().log(level, message, thrown);
        } catch (RuntimeException | Error e) {
            // There is no one else to tell.
        }
    }

    private Logger logger() {
        Logger made = logger;
        if (made == null) {
            made = System.getLogger(name);
            logger = made;
        }
        return made;
    }
}
