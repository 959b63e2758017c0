package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.trace.TracedCall;
import io.github.wininet4j.type.StatusCallback;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link WinInet} that reports each call with its arguments, its return value and, if it failed, the last error. */
final class CallTrace implements InvocationHandler {
    private final WinInet target;
    private final Consumer<String> lines;

    private CallTrace(WinInet target, Consumer<String> lines) {
        this.target = target;
        this.lines = lines;
    }

    /**
     * Wraps a back end.
     *
     * @param target the back end that is called
     * @param lines takes one line for each call, after it has returned
     * @return the wrapped back end
     */
    static WinInet of(WinInet target, Consumer<String> lines) {
        return (WinInet) Proxy.newProxyInstance(
                WinInet.class.getClassLoader(), new Class<?>[] {WinInet.class}, new CallTrace(target, lines));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Object result;
        try {
            result = method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        Class<?> owner = method.getDeclaringClass();
        if (owner != ErrorFunctions.class && owner != Object.class && args != null) {
            lines.accept(describe(method, args, result));
        }
        return result;
    }

    private String describe(Method method, @Nullable Object[] args, @Nullable Object result) {
        boolean failed = result == null ? method.getReturnType() != StatusCallback.class : result.equals(false);
        int error = failed ? target.GetLastError() : Win32Error.ERROR_SUCCESS;
        return new TracedCall(
                        Instant.now(),
                        Duration.ZERO,
                        method,
                        Collections.unmodifiableList(Arrays.asList(args)),
                        result,
                        error,
                        false)
                .toString();
    }
}
