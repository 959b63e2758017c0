package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.FailureValue;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.type.StatusCallback;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a function of the facade says that it failed or has not completed, as its declaration has it. */
public final class ReturnConvention {
    private static final Map<Class<?>, Object> BY_TYPE = Map.of(
            boolean.class,
            false,
            int.class,
            0,
            long.class,
            0L,
            StatusCallback.class,
            StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);

    private ReturnConvention() {}

    /**
     * Returns whether the value of a function is itself the error number (R-GEN-3, R-COOKIE2-1, R-COOKIE2-4).
     *
     * @param function a function of the facade
     * @return true if its value is a Win32 error
     */
    public static boolean returnsErrorNumber(Method function) {
        return function.isAnnotationPresent(ReturnsError.class);
    }

    /**
     * Returns whether a function can pend on the handle it is given (R-ASYNC-10, R-ASYNC-11).
     *
     * @param function a function of the facade
     * @return true if it can fail with {@code ERROR_IO_PENDING}
     */
    public static boolean canPend(Method function) {
        return function.isAnnotationPresent(CanPend.class);
    }

    /**
     * Returns whether a function runs beside the other operations of the handle it is given.
     *
     * @param function a function of the facade
     * @return true if so
     */
    public static boolean runsBeside(Method function) {
        CanPend pends = function.getAnnotation(CanPend.class);
        return pends != null && pends.beside();
    }

    /**
     * Returns what a function returns when it fails and its value is not the error number.
     *
     * @param function a function of the facade
     * @return the value, null for handles
     */
    public static @Nullable Object failureValue(Method function) {
        FailureValue special = function.getAnnotation(FailureValue.class);
        return special == null ? BY_TYPE.get(function.getReturnType()) : Integer.valueOf(special.value());
    }

    /**
     * Returns what a function returns when it fails.
     *
     * @param function a function of the facade
     * @param error the error number
     * @return the error number or the {@linkplain #failureValue(Method) value} that stands for a failure
     */
    public static @Nullable Object failureValue(Method function, int error) {
        return returnsErrorNumber(function) ? Integer.valueOf(error) : failureValue(function);
    }
}
