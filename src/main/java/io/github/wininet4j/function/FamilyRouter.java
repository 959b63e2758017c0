package io.github.wininet4j.function;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one object of a facade, and answers each of its functions through a {@link Border}. What a function needs is
 * made at its first call: most programs use few of them.
 */
public final class FamilyRouter implements InvocationHandler {
    private final Class<?> facade;
    private final Border border;
    private final ConcurrentHashMap<Method, Route> routes = new ConcurrentHashMap<>();

    private FamilyRouter(Class<?> facade, Border border) {
        this.facade = facade;
        this.border = border;
    }

    /** Answers the calls of one function. */
    @FunctionalInterface
    public interface Target {
        /**
         * Makes a call.
         *
         * @param arguments as the function declares them
         * @return what the function returns
         * @throws Throwable what went wrong; the border has to deal with it
         */
        @Nullable
        Object call(@Nullable Object[] arguments) throws Throwable;
    }

    /** What a back end does around its functions. Its {@code toString} is that of the facade. */
    public interface Border {
        /**
         * Finds what answers a function. Asked at the function's first call.
         *
         * @param function a function of the facade
         * @return what answers it
         */
        Target target(Method function);

        /**
         * Makes a call. Nothing may be thrown: a failure is the {@linkplain Route#failure failure value} and the last
         * error.
         *
         * @param route the function
         * @param arguments as it declares them
         * @return what it returns
         */
        @Nullable
        Object call(Route route, @Nullable Object[] arguments);

        /**
         * Answers a method that the facade has besides its functions.
         *
         * @param method the method
         * @return what it returns
         */
        @Nullable
        Object own(Method method);
    }

    /** One function of a facade. */
    public static final class Route {
        private final Method function;
        private final Target target;

        private Route(Method function, Target target) {
            this.function = function;
            this.target = target;
        }

        /** {@return the declaration of the function} */
        public Method function() {
            return function;
        }

        /**
         * Calls what answers the function.
         *
         * @param arguments as it declares them
         * @return what it returns
         * @throws Throwable what went wrong
         */
        public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
            return target.call(arguments);
        }

        /**
         * Returns what the function returns when it fails.
         *
         * @param error the error
         * @return the error where the function returns error numbers (R-GEN-3), else its failure value
         */
        public @Nullable Object failure(int error) {
            // Not before it is needed: most functions never fail, and reading annotations takes its time.
            return ReturnConvention.failureValue(function, error);
        }
    }

    /**
     * Makes what stands behind a facade, for callers that call functions by {@link #target(Method)} and do without the
     * object.
     *
     * @param facade the type of the facade, an interface
     * @param border what answers
     * @return the functions
     */
    public static FamilyRouter of(Class<?> facade, Border border) {
        return new FamilyRouter(facade, border);
    }

    /**
     * Makes a facade: of the class that the build generated for it, else a proxy.
     *
     * @param <T> its type
     * @param facade its type, an interface
     * @param border what answers
     * @return the facade
     */
    public static <T> T create(Class<T> facade, Border border) {
        FamilyRouter router = of(facade, border);
        Object generated = RoutedFacade.make(facade, router);
        return facade.cast(
                generated != null
                        ? generated
                        : Proxy.newProxyInstance(facade.getClassLoader(), new Class<?>[] {facade}, router));
    }

    /**
     * Finds the shortest way to a function of any facade.
     *
     * @param facade the facade, made here or not
     * @param function one of its functions
     * @return what calls it
     */
    public static Target target(Object facade, Method function) {
        if (facade instanceof RoutedFacade routed) {
            return routed.router().target(function);
        }
        return Proxy.isProxyClass(facade.getClass())
                        && Proxy.getInvocationHandler(facade) instanceof FamilyRouter router
                ? router.target(function)
                : new MethodTarget(function, facade);
    }

    /**
     * Finds a function.
     *
     * @param function a function of the facade
     * @return what calls it
     */
    public Target target(Method function) {
        Route route = route(function);
        return arguments -> border.call(route, arguments);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        Class<?> declaring = method.getDeclaringClass();
        if (declaring == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> toString();
            };
        }
        return declaring == facade ? own(method) : call(route(method), arguments);
    }

    @Nullable
    Object call(Route route, @Nullable Object[] arguments) {
        return border.call(route, arguments);
    }

    @Nullable
    Object own(Method method) {
        return border.own(method);
    }

    @Override
    public String toString() {
        return border.toString();
    }

    Route route(Method function) {
        Route known = routes.get(function);
        if (known == null) {
            Route made = new Route(function, border.target(function));
            known = routes.putIfAbsent(function, made);
            return known == null ? made : known;
        }
        return known;
    }
}
