package io.github.wininet4j.function;

import io.github.wininet4j.type.HINTERNET;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Makes a facade of a {@link Border}, and finds the way to its functions for callers that have the arguments in an
 * array. What a function needs is made at its first call: most programs use few of them.
 */
public final class FamilyRouter {
    private FamilyRouter() {}

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
         * Finds what answers a family of functions. Asked at the first call of one of them.
         *
         * @param family the interface that declares them
         * @return an object that implements it
         */
        Object family(Class<?> family);

        /**
         * Finds what answers one function, for a caller that has the arguments in an array.
         *
         * @param function the function
         * @return what answers it; it does not deal with failures
         */
        default Target target(Method function) {
            return new MethodTarget(function, family(function.getDeclaringClass()));
        }

        /**
         * Goes ahead of each call. What it throws is a failure of the call, which is then not made.
         *
         * @param family the interface that declares the function
         * @param function the function's name
         */
        void begin(Class<?> family, String function);

        /**
         * Turns what a call has thrown into the function's {@linkplain ReturnConvention failure value} and the last
         * error.
         *
         * @param function the function
         * @param handle its first argument if that is a handle
         * @param thrown what it threw
         * @return what the function returns
         */
        @Nullable
        Object failed(Method function, @Nullable HINTERNET handle, Throwable thrown);

        /**
         * Answers a method that the facade has besides its functions.
         *
         * @param method its name
         * @return what it returns
         */
        @Nullable
        Object own(String method);
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
        Object generated = RoutedFacade.make(facade, border);
        return facade.cast(
                generated != null
                        ? generated
                        : TargetProxy.of(facade, border, method -> {
                            if (method.getDeclaringClass() != facade) {
                                return bordered(border, method);
                            }
                            return arguments -> border.own(method.getName());
                        }));
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
            return bordered(routed.border(), function);
        }
        return Proxy.isProxyClass(facade.getClass()) && Proxy.getInvocationHandler(facade) instanceof TargetProxy proxy
                ? proxy.target(function)
                : new MethodTarget(function, facade);
    }

    /**
     * Finds a function without a facade's object.
     *
     * @param border what answers
     * @param function the function
     * @return what calls it
     */
    public static Target bordered(Border border, Method function) {
        return new Bordered(border, function);
    }

    /** A function as the facade has it: nothing is thrown. */
    private static final class Bordered implements Target {
        private final Border border;
        private final Method function;
        private volatile @Nullable Target inside;

        Bordered(Border border, Method function) {
            this.border = border;
            this.function = function;
        }

        @Override
        public @Nullable Object call(@Nullable Object[] arguments) {
            try {
                border.begin(function.getDeclaringClass(), function.getName());
                Target known = inside;
                if (known == null) {
                    known = border.target(function);
                    inside = known;
                }
                return known.call(arguments);
            } catch (Throwable t) {
                HINTERNET handle = arguments.length > 0 && arguments[0] instanceof HINTERNET first ? first : null;
                return border.failed(function, handle, t);
            }
        }
    }
}
