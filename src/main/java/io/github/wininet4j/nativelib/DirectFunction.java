package io.github.wininet4j.nativelib;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A C function that JNA has bound to a method of Java: a call takes a tenth of the time of one whose arguments it
 * converts by their classes. JNA binds the methods of a class to one library, so each function of each library has a
 * class of its own.
 */
final class DirectFunction implements NativeFunction {
    static final int MOST_ARGUMENTS = 9;

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    /**
     * Which function the one method of a class is. JNA has one library for all options with the same text, so the text
     * has to say it: that of a lambda says no more than its hash, which it may share with the lambda for another
     * function, and would be new each time.
     */
    private record Name(String function) implements FunctionMapper {
        @Override
        public String getFunctionName(NativeLibrary library, Method method) {
            return function;
        }
    }

    /**
     * All that were bound. JNA never lets go of a class whose methods it has bound, nor of its library, so back ends
     * that are opened one after another on one library share them.
     */
    private static final Map<Key, DirectFunction> BOUND = new ConcurrentHashMap<>();

    /** What is bound. */
    private record Key(String library, String function, int parameters) {}

    /** Takes an array of numbers. */
    private final MethodHandle call;

    private DirectFunction(MethodHandle call) {
        this.call = call;
    }

    /**
     * Binds a function, or finds it bound.
     *
     * @param library the library
     * @param name its name there
     * @param parameters how many it has
     */
    static DirectFunction of(WinInetLibrary library, String name, int parameters) {
        return BOUND.computeIfAbsent(new Key(library.name(), name, parameters), key -> bound(library, key));
    }

    private static DirectFunction bound(WinInetLibrary library, Key key) {
        NativeLibrary named = library.with(new Name(key.function()));
        try {
            Class<?> type =
                    LOOKUP.defineHiddenClass(pattern(key.parameters()), false).lookupClass();
            Native.register(type, named);
            MethodType words = MethodType.methodType(long.class, Collections.nCopies(key.parameters(), long.class));
            MethodHandle method = MethodHandles.privateLookupIn(type, LOOKUP).findStatic(type, "call", words);
            return new DirectFunction(method.asSpreader(long[].class, key.parameters()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pattern(int parameters) {
        String file = "DirectCalls$With" + parameters + ".class";
        try (InputStream in = Objects.requireNonNull(DirectFunction.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long call(@Nullable Object[] arguments) {
        long[] words = new long[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = NativeFunction.word(arguments[i]);
        }
        try {
            return (long) call.invokeExact(words);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native method throws nothing", e);
        }
    }
}
