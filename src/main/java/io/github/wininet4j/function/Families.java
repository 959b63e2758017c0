package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Target;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which object answers each family of functions. */
public final class Families {
    private final Map<Class<?>, Object> byFamily = new HashMap<>();

    /**
     * Collects the families of a facade.
     *
     * @param facade the facade, an interface that extends those of its families
     * @param answers objects that implement families
     * @throws IllegalStateException if a family of the facade is not answered, or twice
     */
    public Families(Class<?> facade, List<?> answers) {
        for (Object answer : answers) {
            for (Class<?> family : answer.getClass().getInterfaces()) {
                add(family, answer);
            }
        }
        requireAll(facade);
    }

    private void add(Class<?> family, Object answer) {
        if (byFamily.put(family, answer) != null) {
            throw new IllegalStateException("two implementations of " + family);
        }
    }

    private void requireAll(Class<?> facade) {
        for (Class<?> part : facade.getInterfaces()) {
            if (part.getInterfaces().length > 0) {
                requireAll(part);
            } else if (part != AutoCloseable.class && !byFamily.containsKey(part)) {
                throw new IllegalStateException("no implementation of " + part);
            }
        }
    }

    /**
     * Finds what answers a family.
     *
     * @param family one of the families
     * @return an object that implements it
     */
    public Object of(Class<?> family) {
        Object answer = byFamily.get(family);
        if (answer == null) {
            throw new IllegalArgumentException("no implementation of " + family);
        }
        return answer;
    }

    /**
     * Makes a family whose functions are answered one by one.
     *
     * @param family the family
     * @param finder finds what answers a function; asked at the function's first call
     * @return an object that implements the family
     */
    public static Object answeredBy(Class<?> family, Function<Method, Target> finder) {
        return TargetProxy.of(family, family.getSimpleName(), finder);
    }
}
