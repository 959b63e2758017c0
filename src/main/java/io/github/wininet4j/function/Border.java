package io.github.wininet4j.function;

import io.github.wininet4j.function.FamilyRouter.Target;
import io.github.wininet4j.type.HINTERNET;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

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
     * Turns what a call has thrown into the function's {@linkplain ReturnConvention failure value} and the last error.
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
