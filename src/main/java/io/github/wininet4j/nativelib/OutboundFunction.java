package io.github.wininet4j.nativelib;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.nativelib.memory.Results;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One function of the facade on the library: its arguments, its result, its last error, and what happens when it pends.
 */
final class OutboundFunction {
    /** Turns what the C function returned into what the facade returns. */
    private static final Map<Class<?>, LongFunction<@Nullable Object>> RETURNS = Map.of(
            boolean.class, value -> (int) value != 0,
            int.class, value -> (int) value,
            long.class, value -> value,
            HINTERNET.class, value -> value == 0 ? null : new HINTERNET(value),
            HANDLE.class, value -> value == 0 ? null : new HANDLE(value),
            void.class, value -> null);

    private final WinInetLibrary library;
    private final HandleCallbacks callbacks;
    private final NativeFunction function;
    private final List<ToNative> converters = new ArrayList<>();
    private final LongFunction<@Nullable Object> returning;
    private final boolean worksOnHandle;
    private final boolean canPend;
    private final boolean runsBeside;
    private final boolean returnsError;
    private final @Nullable Object failure;
    private final boolean returnsNothing;

    /** Whether it only makes a handle, at which it may complete if it pends. */
    private final boolean opens;

    OutboundFunction(Method method, NativeFunction function, WinInetLibrary library, HandleCallbacks callbacks) {
        this.library = library;
        this.callbacks = callbacks;
        this.function = function;
        LongFunction<@Nullable Object> known = RETURNS.get(method.getReturnType());
        if (known == null) {
            throw new IllegalStateException("no way back from the library for " + method);
        }
        this.returning = known;
        List<Role> roles = Role.of(method);
        for (int i = 0; i < roles.size(); i++) {
            converters.add(ToNativeConverters.of(roles, i));
        }
        this.worksOnHandle = method.getParameterCount() > 0 && method.getParameterTypes()[0] == HINTERNET.class;
        this.canPend = ReturnConvention.canPend(method);
        this.runsBeside = ReturnConvention.runsBeside(method);
        this.returnsError = ReturnConvention.returnsErrorNumber(method);
        this.failure = ReturnConvention.failureValue(method);
        this.returnsNothing = method.getReturnType() == void.class;
        this.opens = method.getName().equals("InternetOpenUrl");
    }

    /**
     * Makes the call.
     *
     * @param arguments as the facade has them
     * @param errors takes the thread's last error after the call
     * @return as the facade has it
     */
    @Nullable
    Object call(@Nullable Object[] arguments, CapturedError errors) {
        CapturedError.OfThread error = errors.ofCaller();
        OutboundCall call = new OutboundCall(library, converters.size());
        @Nullable Object[] passed = call.pass(converters, arguments);
        HINTERNET handle = worksOnHandle ? (HINTERNET) arguments[0] : null;
        Results results = call.results();
        results.setBeside(runsBeside);
        KnownHandle awaited = handle != null && canPend ? callbacks.expect(handle.value(), results, opens) : null;
        Object result;
        try {
            result = invoke(passed, error);
        } finally {
            // What C works on must not be collected meanwhile.
            Reference.reachabilityFence(arguments);
        }
        call.returned(result);
        boolean pends = error.code == Win32Error.ERROR_IO_PENDING && (result == null || result.equals(false));
        if (awaited != null && pends) {
            results.pend();
        } else if (awaited != null) {
            callbacks.withdraw(awaited, results, opens);
            results.finish(succeeded(result));
        } else if (pends) {
            results.leave(false);
        } else {
            results.finish(succeeded(result));
        }
        return noted(result, handle);
    }

    private boolean succeeded(@Nullable Object result) {
        if (returnsNothing) {
            return true;
        }
        return returnsError ? Integer.valueOf(0).equals(result) : !Objects.equals(result, failure);
    }

    private @Nullable Object noted(@Nullable Object result, @Nullable HINTERNET parent) {
        if (result instanceof HINTERNET made) {
            callbacks.created(made.value(), parent == null ? 0 : parent.value());
        }
        return result;
    }

    private @Nullable Object invoke(@Nullable Object[] passed, CapturedError.OfThread error) {
        library.putLastError(error);
        long result = function.call(passed);
        library.takeLastError(error);
        return returning.apply(result);
    }
}
