package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Route;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A facade with a class of its own, which the build generates from the facade's interface: {@code RoutedBackEnd} for
 * {@code BackEnd}. Loading it costs a tenth of what making a proxy costs.
 */
public abstract class RoutedFacade {
    private final FamilyRouter router;
    private final Class<?> facade;
    /** By the numbers that the generated class gives its functions; filled at their first calls. */
    private final @Nullable Route[] routes;

    /**
     * Makes a facade.
     *
     * @param router answers its functions
     * @param facade its type
     * @param functions the number of its functions
     */
    protected RoutedFacade(FamilyRouter router, Class<?> facade, int functions) {
        this.router = router;
        this.facade = facade;
        this.routes = new Route[functions];
    }

    /** Makes an object of the generated class; null if a facade has none. */
    static @Nullable Object make(Class<?> facade, FamilyRouter router) {
        String name = facade.getPackageName() + ".Routed" + facade.getSimpleName();
        try {
            Constructor<?> constructor =
                    Class.forName(name, true, facade.getClassLoader()).getDeclaredConstructor(FamilyRouter.class);
            constructor.setAccessible(true);
            return constructor.newInstance(router);
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + name, e);
        }
    }

    final FamilyRouter router() {
        return router;
    }

    /**
     * Calls a function.
     *
     * @param number its number
     * @param family the interface that declares it
     * @param function its name; no two functions of a family have the same
     * @param arguments as it declares them
     * @return what it returns
     */
    protected final @Nullable Object call(int number, Class<?> family, String function, @Nullable Object[] arguments) {
        Route route = routes[number];
        if (route == null) {
            route = router.route(method(family, function));
            routes[number] = route;
        }
        return router.call(route, arguments);
    }

    /**
     * Calls a method that the facade has besides its functions.
     *
     * @param method its name
     * @return what it returns
     */
    protected final @Nullable Object own(String method) {
        return router.own(method(facade, method));
    }

    private static Method method(Class<?> type, String name) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalStateException("the build is stale: no " + name + " in " + type);
    }

    @Override
    public final String toString() {
        return router.toString();
    }
}
