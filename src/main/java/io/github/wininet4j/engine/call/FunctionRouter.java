package io.github.wininet4j.engine.call;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.ReturnConvention;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one {@link BackEnd} of the families' implementations and guards the border: whatever a function throws becomes its failure
 * value and the thread's last error, so no exception leaves the facade.
 */
public final class FunctionRouter implements InvocationHandler {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    /** How one function is called. */
    private static final class Route {
        private final Method method;
        private final Object implementation;
        final @Nullable Object failureValue;
        /** Whether the error number is returned in its place (R-GEN-3). */
        final boolean returnsError;
        /** Whether it leaves the last server text alone (R-LASTRESP-2). */
        final boolean keepsResponse;
        /** Made by the first call: most programs use few functions, and to make them all takes a second. */
        private @Nullable MethodHandle target;

        Route(Method method, Object implementation) {
            this.method = method;
            this.implementation = implementation;
            this.failureValue = ReturnConvention.failureValue(method);
            this.returnsError = ReturnConvention.returnsErrorNumber(method);
            this.keepsResponse = method.getName().equals("InternetGetLastResponseInfo");
        }

        @Nullable
        Object call(@Nullable Object @Nullable [] args) throws Throwable {
            MethodHandle made = target;
            if (made == null) {
                made = MethodHandles.lookup()
                        .unreflect(method)
                        .bindTo(implementation)
                        .asSpreader(Object[].class, method.getParameterCount())
                        .asType(SPREAD);
                target = made;
            }
            return (Object) made.invokeExact(args);
        }
    }

    private final Map<Method, Route> routes = new HashMap<>();
    private final ThreadState.Table threads;
    private final Runnable closer;
    private volatile boolean closed;

    private FunctionRouter(ThreadState.Table threads, Runnable closer) {
        this.threads = threads;
        this.closer = closer;
    }

    /**
     * Builds the back end.
     *
     * @param threads what is kept per thread
     * @param families the implementations; together they implement every family, each once
     * @param closer ends the engine; called once
     * @return the back end
     */
    public static BackEnd create(ThreadState.Table threads, List<Object> families, Runnable closer) {
        FunctionRouter router = new FunctionRouter(threads, closer);
        router.add(ErrorFunctions.class, new ErrorApi(threads));
        for (Object family : families) {
            for (Class<?> type : family.getClass().getInterfaces()) {
                router.add(type, family);
            }
        }
        for (Method method : BackEnd.class.getMethods()) {
            if (method.getDeclaringClass() != BackEnd.class && !router.routes.containsKey(method)) {
                throw new IllegalStateException("no implementation of " + method);
            }
        }
        return (BackEnd) Proxy.newProxyInstance(BackEnd.class.getClassLoader(), new Class<?>[] {BackEnd.class}, router);
    }

    private void add(Class<?> family, Object implementation) {
        for (Method method : family.getMethods()) {
            routes.put(method, new Route(method, implementation));
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Route route = routes.get(method);
        if (route == null) {
            return own(proxy, method, args);
        }
        if (method.getDeclaringClass() == ErrorFunctions.class) {
            return route.call(args);
        }
        return call(route, args);
    }

    private @Nullable Object call(Route route, @Nullable Object @Nullable [] args) {
        ThreadState state = threads.current();
        try {
            if (closed) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_SHUTDOWN);
            }
            // A call that succeeds leaves 0 (R-GEN-20); one that pends or fails sets its own.
            state.lastError = Win32Error.ERROR_SUCCESS;
            if (!route.keepsResponse) {
                state.setResponse(0, "");
            }
            return route.call(args);
        } catch (Throwable t) {
            int code = ErrorMap.code(t);
            state.lastError = code;
            state.extendedError = ErrorMap.socketError(t);
            return route.returnsError ? (Object) code : route.failureValue;
        }
    }

    /** {@link BackEnd}'s own methods and those of {@link Object}. */
    private @Nullable Object own(Object proxy, Method method, @Nullable Object @Nullable [] args) {
        return switch (method.getName()) {
            case "id" -> "engine";
            case "close" -> {
                close();
                yield null;
            }
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "wininet4j engine";
        };
    }

    private void close() {
        if (!closed) {
            closed = true;
            closer.run();
        }
    }
}
