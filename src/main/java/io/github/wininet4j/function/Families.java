package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Target;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which object answers each family of functions. */
public final class Families {
    private final Map<Class<?>, Object> byFamily = new HashMap<>();

    /**
     * Collects the families of a facade.
     *
     * @param facade the facade, an interface that extends those of its families
     * @param answers objects that implement families, or {@link Answer}s
     * @throws IllegalStateException if a family of the facade is not answered, or twice
     */
    public Families(Class<?> facade, List<?> answers) {
        for (Object answer : answers) {
            if (answer instanceof Answer whole) {
                add(whole.family(), whole);
            } else if (answer instanceof Later later) {
                add(later.family(), later);
            } else {
                for (Class<?> family : answer.getClass().getInterfaces()) {
                    add(family, answer);
                }
            }
        }
        requireAll(facade);
    }

    /**
     * The same answer for each function of a family.
     *
     * @param family the family
     * @param target what answers
     */
    public record Answer(Class<?> family, Target target) {}

    /**
     * A family whose object is made at the first call of one of its functions.
     *
     * @param family the family
     * @param source gives the object, the same each time
     */
    public record Later(Class<?> family, Supplier<?> source) {}

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
        if (answer instanceof Answer whole) {
            return answeredBy(family, function -> whole.target());
        }
        return answer instanceof Later later ? later.source().get() : answer;
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
