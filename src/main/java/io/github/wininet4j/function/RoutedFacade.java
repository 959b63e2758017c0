package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.type.HINTERNET;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A facade with a class of its own, which the build generates from the facade's interface: {@code RoutedBackEnd} for
 * {@code BackEnd}. It calls each family's object directly, with the border before and, after a failure, behind the
 * call. Loading it costs a tenth of what making a proxy costs.
 */
public abstract class RoutedFacade {
    private final Border border;
    /** The functions that have failed, by their names, which no two of a facade share. */
    private final ConcurrentHashMap<String, Method> failing = new ConcurrentHashMap<>();

    /**
     * Makes a facade.
     *
     * @param border what answers
     */
    protected RoutedFacade(Border border) {
        this.border = border;
    }

    /** Makes an object of the generated class; null if a facade has none. */
    static @Nullable Object make(Class<?> facade, Border border) {
        String name = facade.getPackageName() + ".Routed" + facade.getSimpleName();
        try {
            Constructor<?> constructor =
                    Class.forName(name, true, facade.getClassLoader()).getDeclaredConstructor(Border.class);
            constructor.setAccessible(true);
            return constructor.newInstance(border);
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + name, e);
        }
    }

    final Border border() {
        return border;
    }

    /**
     * Goes ahead of a call.
     *
     * @param family the interface that declares the function
     * @param function its name
     */
    protected final void begin(Class<?> family, String function) {
        border.begin(family, function);
    }

    /**
     * Finds what answers a family.
     *
     * @param family the interface
     * @return an object that implements it
     */
    protected final Object family(Class<?> family) {
        return border.family(family);
    }

    /**
     * Ends a call that has failed.
     *
     * @param family the interface that declares the function
     * @param function its name; no two functions of a family have the same
     * @param handle its first argument if that is a handle
     * @param thrown what it threw
     * @return what it returns
     */
    protected final @Nullable Object failed(
            Class<?> family, String function, @Nullable HINTERNET handle, Throwable thrown) {
        Method known = failing.get(function);
        if (known == null) {
            known = method(family, function);
            failing.put(function, known);
        }
        return border.failed(known, handle, thrown);
    }

    /**
     * Calls a method that the facade has besides its functions.
     *
     * @param method its name
     * @return what it returns
     */
    protected final @Nullable Object own(String method) {
        return border.own(method);
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
        return border.toString();
    }
}
