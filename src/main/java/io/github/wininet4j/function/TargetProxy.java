package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of an interface whose methods are answered one by one, each by a target found at its first call. */
final class TargetProxy implements InvocationHandler {
    private final Object name;
    private final Function<Method, Target> finder;
    private final ConcurrentHashMap<Method, Target> targets = new ConcurrentHashMap<>();

    private TargetProxy(Object name, Function<Method, Target> finder) {
        this.name = name;
        this.finder = finder;
    }

    /**
     * Makes an object.
     *
     * @param type its interface
     * @param name its {@code toString} is that of the object
     * @param finder finds what answers a method
     */
    static Object of(Class<?> type, Object name, Function<Method, Target> finder) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new TargetProxy(name, finder));
    }

    Target target(Method method) {
        Target known = targets.get(method);
        if (known == null) {
            Target found = finder.apply(method);
            known = targets.putIfAbsent(method, found);
            return known == null ? found : known;
        }
        return known;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> name.toString();
            };
        }
        return target(method).call(arguments);
    }
}
