package io.github.wininet4j.trace;

import io.github.wininet4j.constant.Win32Error;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made.
 *
 * @param start when it was made
 * @param took how long it took
 * @param function the function
 * @param arguments the arguments, as they are after the call
 * @param result what it returned
 * @param error the error if it failed, else 0; {@link Win32Error#ERROR_IO_PENDING} if it goes on
 * @param isSecret whether the buffer that it filled has a secret in it
 */
public record TracedCall(
        Instant start,
        Duration took,
        Method function,
        List<@Nullable Object> arguments,
        @Nullable Object result,
        int error,
        boolean isSecret) {

    /** {@return the name of the function} */
    public String name() {
        return function.getName();
    }

    /** {@return whether it failed} */
    public boolean hasFailed() {
        return error != Win32Error.ERROR_SUCCESS && !isPending();
    }

    /** {@return whether a REQUEST_COMPLETE will end it} */
    public boolean isPending() {
        return error == Win32Error.ERROR_IO_PENDING;
    }

    /** {@return the call with its arguments and its result, without secrets} */
    @Override
    public String toString() {
        return CallText.of(this);
    }
}
