package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Target;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A function answered by the same method of an object. The first calls are made by reflection: a method handle is
 * faster, but costs milliseconds to make, which a program that calls the function a few times would never see again.
 */
final class MethodTarget implements Target {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    /** Below the number from which reflection makes a class for the method (15 up to Java 17). */
    private static final int REFLECTIVE_CALLS = 12;

    private final Method method;
    private final Object implementation;
    private @Nullable MethodHandle handle;

    /** Counted without a lock: a call more or less by reflection makes no difference. */
    private int calls;

    MethodTarget(Method method, Object implementation) {
        this.method = method;
        this.implementation = implementation;
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
        MethodHandle made = handle;
        if (made == null) {
            if (calls < REFLECTIVE_CALLS) {
                calls++;
                return reflect(arguments);
            }
            made = MethodHandles.lookup()
                    .unreflect(method)
                    .bindTo(implementation)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(SPREAD);
            handle = made;
        }
        return (Object) made.invokeExact(arguments);
    }

    private @Nullable Object reflect(@Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(implementation, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
