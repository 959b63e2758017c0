package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.PointerSized;
import org.jspecify.annotations.Nullable;

/** A C function whose arguments and result are numbers and pointers. */
@FunctionalInterface
interface NativeFunction {
    /**
     * Calls it.
     *
     * @param arguments numbers, pointers and null for a null pointer
     * @return the result, widened; of a narrower one only its own bits count
     */
    long call(@Nullable Object[] arguments);

    /**
     * Finds the fastest way to a function.
     *
     * @param library the library
     * @param name its name there
     * @param function the same
     * @param returned what it returns in Java
     * @param parameters how many it has
     */
    static NativeFunction of(
            WinInetLibrary library, String name, Function function, Class<?> returned, int parameters) {
        return Native.POINTER_SIZE == Long.BYTES && parameters <= DirectFunction.MOST_ARGUMENTS
                ? DirectFunction.of(library, name, parameters)
                : converted(function, returned);
    }

    /** The function by a call that converts each argument by its class, which works on any machine. */
    static NativeFunction converted(Function function, Class<?> returned) {
        if (returned == long.class) {
            return function::invokeLong;
        }
        if (returned == int.class || returned == boolean.class) {
            return function::invokeInt;
        }
        if (returned == void.class) {
            return arguments -> {
                function.invokeVoid(arguments);
                return 0;
            };
        }
        return arguments -> PointerSized.address(function.invokePointer(arguments));
    }

    /** Returns what an argument is as a number. */
    static long word(@Nullable Object argument) {
        if (argument instanceof Pointer pointer) {
            return PointerSized.address(pointer);
        }
        return argument == null ? 0 : ((Number) argument).longValue();
    }
}
