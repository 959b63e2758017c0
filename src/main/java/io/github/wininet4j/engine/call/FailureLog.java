package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * One DEBUG line for each call whose failure came from an exception: function, handle, code and causes. A failure that
 * is only a code says all there is to say by its code.
 */
final class FailureLog {
    private static final SafeLogger LOG = SafeLogger.of(FailureLog.class);
    private static final int MAX_CAUSES = 6;

    private FailureLog() {}

    static void record(String function, @Nullable HINTERNET handle, int code, Throwable failure) {
        Throwable cause = failure instanceof WinInetFailure ? failure.getCause() : failure;
        if (cause != null) {
            LOG.log(
                    Level.DEBUG,
                    () -> function + (handle == null ? "" : " on " + handle) + " failed with " + code + ": "
                            + describe(cause));
        }
    }

    private static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            text.append(i == 0 ? "" : ", caused by ").append(cause.getClass().getName());
            // What fails in the network or in TLS does not quote the program's data; anything else might, secrets
            // included.
            boolean tellable = cause instanceof IOException || cause instanceof GeneralSecurityException;
            if (tellable && cause.getMessage() != null) {
                text.append(": ").append(oneLine(cause.getMessage()));
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}", " ");
    }
}
