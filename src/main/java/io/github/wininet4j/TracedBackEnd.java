package io.github.wininet4j;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.trace.HiddenSecrets;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TracedCall;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A back end whose calls and callbacks a listener is told of. */
final class TracedBackEnd implements InvocationHandler {
    private static final Logger LOGGER = System.getLogger(TracedBackEnd.class.getName());

    private final BackEnd target;
    private final TraceListener listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TracedBackEnd(BackEnd target, TraceListener listener) {
        this.target = target;
        this.listener = listener;
    }

    static BackEnd over(BackEnd target, TraceListener listener) {
        told(() -> listener.opened(target::counters));
        return (BackEnd) Proxy.newProxyInstance(
                BackEnd.class.getClassLoader(), new Class<?>[] {BackEnd.class}, new TracedBackEnd(target, listener));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        Class<?> family = method.getDeclaringClass();
        if (family == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> target.toString();
            };
        }
        if (family == ErrorFunctions.class || family == BackEnd.class || family == AutoCloseable.class) {
            return own(method, arguments);
        }
        return traced(method, arguments);
    }

    private @Nullable Object own(Method method, @Nullable Object[] arguments) throws Throwable {
        Object result = call(method, arguments);
        if (method.getName().equals("close") && closed.compareAndSet(false, true)) {
            told(listener::closed);
        }
        return result;
    }

    private @Nullable Object traced(Method method, @Nullable Object[] arguments) throws Throwable {
        List<@Nullable Object> shown = Collections.unmodifiableList(Arrays.asList(arguments));
        boolean isSecret = HiddenSecrets.asksForSecret(method.getName(), shown);
        @Nullable Object[] passed = arguments.clone();
        for (int i = 0; i < passed.length; i++) {
            if (passed[i] instanceof StatusCallback callback) {
                passed[i] = new TracedCallback(callback, target, listener);
            }
        }
        Instant start = Instant.now();
        told(() -> listener.calling(start, method, shown));
        long nanos = System.nanoTime();
        Object result = unwrapped(call(method, passed), arguments);
        Duration took = Duration.ofNanos(System.nanoTime() - nanos);
        int after = target.GetLastError();
        TracedCall call = new TracedCall(start, took, method, shown, result, error(method, result, after), isSecret);
        told(() -> listener.called(call, target));
        // The listener may have asked questions of its own.
        target.SetLastError(after);
        return result;
    }

    private static int error(Method method, @Nullable Object result, int lastError) {
        if (ReturnConvention.returnsErrorNumber(method)) {
            return result instanceof Integer error ? error : Win32Error.ERROR_SUCCESS;
        }
        Object failure = ReturnConvention.failureValue(method);
        boolean failed = method.getReturnType() == StatusCallback.class ? result == failure : equal(result, failure);
        return failed && method.getReturnType() != void.class ? lastError : Win32Error.ERROR_SUCCESS;
    }

    private static boolean equal(@Nullable Object result, @Nullable Object failure) {
        return result == null ? failure == null : result.equals(failure);
    }

    /** The program sees its own callbacks, not what was put around them. */
    private static @Nullable Object unwrapped(@Nullable Object result, @Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof CallbackRef reference && reference.value instanceof TracedCallback traced) {
                reference.value = traced.target();
            }
        }
        return result instanceof TracedCallback traced ? traced.target() : result;
    }

    private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Lets a listener work; a fault of it is none of the program. */
    static void told(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a trace listener failed", e);
        }
    }
}
