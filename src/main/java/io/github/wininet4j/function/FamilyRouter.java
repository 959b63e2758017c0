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
