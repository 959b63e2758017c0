package io.github.wininet4j.nativelib;

import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facade on one loaded library: every function goes the same way, but for the few that have to do with callbacks. */
final class NativeBackEnd implements InvocationHandler {
    private static final Logger LOG = System.getLogger(NativeBackEnd.class.getName());

    /** A function that needs more than its arguments passed. */
    @FunctionalInterface
    private interface Own {
        @Nullable
        Object call(@Nullable Object[] arguments);
    }

    private final WinInetLibrary library;
    private final Runnable closer;
    private final CapturedError error = new CapturedError();
    private final HandleCallbacks callbacks = new HandleCallbacks();
    private final Map<Method, OutboundFunction> functions = new HashMap<>();
    private final Map<String, Own> own = new HashMap<>();
    private final @Nullable Function setStatusCallback;
    private volatile boolean closed;

    private NativeBackEnd(WinInetLibrary library, Runnable closer) {
        this.library = library;
        this.closer = closer;
        this.setStatusCallback = first("InternetSetStatusCallbackW", "InternetSetStatusCallback");
        own.put("GetLastError", arguments -> error.get());
        own.put("SetLastError", this::setLastError);
        own.put("InternetSetStatusCallback", this::setStatusCallback);
        own.put("InternetFreeCookies", NativeBackEnd::freeCookies);
        for (Method method : WinInet.class.getMethods()) {
            Function function = own.containsKey(method.getName())
                    ? null
                    : first(method.getName() + "W", method.getName(), method.getName() + "A");
            if (function != null) {
                functions.put(method, new OutboundFunction(method, function, library, callbacks));
            }
        }
    }

    /**
     * Puts the facade on a library.
     *
     * @param library the library
     * @param closer what to do when the back end is closed
     */
    static BackEnd over(WinInetLibrary library, Runnable closer) {
        return (BackEnd) Proxy.newProxyInstance(
                BackEnd.class.getClassLoader(), new Class<?>[] {BackEnd.class}, new NativeBackEnd(library, closer));
    }

    private @Nullable Function first(String... names) {
        for (String name : names) {
            Function function = library.find(name);
            if (function != null) {
                return function;
            }
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        if (method.getDeclaringClass() == Object.class
                || method.getDeclaringClass() == BackEnd.class
                || method.getDeclaringClass() == AutoCloseable.class) {
            return plain(proxy, method, arguments);
        }
        Own special = own.get(method.getName());
        if (special != null) {
            return special.call(arguments);
        }
        OutboundFunction function = functions.get(method);
        if (closed || function == null) {
            return fail(method, closed ? WinInetError.ERROR_INTERNET_SHUTDOWN : Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
        }
        try {
            Object result = function.call(arguments, error);
            afterwards(method, arguments, result);
            return result;
        } catch (RefusedArgument e) {
            return fail(method, e.code());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, () -> method.getName() + " could not be called", e);
            return fail(method, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        }
    }

    /** What the library knows as the address of the one C function is this or that Java callback here. */
    private void afterwards(Method method, @Nullable Object[] arguments, @Nullable Object result) {
        if (!(arguments.length > 0 && arguments[0] instanceof HINTERNET handle)) {
            return;
        }
        if (method.getName().equals("InternetCloseHandle") && Boolean.TRUE.equals(result)) {
            callbacks.closed(handle.value());
        } else if (method.getName().equals("InternetQueryOption")
                && Integer.valueOf(InternetOption.INTERNET_OPTION_CALLBACK).equals(arguments[1])
                && arguments[2] instanceof CallbackRef ref
                && Boolean.TRUE.equals(result)) {
            ref.value = callbacks.get(handle.value());
        }
    }

    private @Nullable Object setLastError(@Nullable Object[] arguments) {
        error.set((Integer) ToNativeConverters.required(arguments[0]));
        return null;
    }

    private @Nullable Object setStatusCallback(@Nullable Object[] arguments) {
        HINTERNET handle = (HINTERNET) arguments[0];
        StatusCallback callback = (StatusCallback) arguments[1];
        Function function = setStatusCallback;
        if (function == null || closed) {
            error.set(closed ? WinInetError.ERROR_INTERNET_SHUTDOWN : Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
            return StatusCallback.INTERNET_INVALID_STATUS_CALLBACK;
        }
        long number = handle == null ? 0 : handle.value();
        StatusCallback before = callbacks.get(number);
        if (callback != null) {
            // Before the library may tell anything; it goes on with the former one until then.
            callbacks.set(number, callback);
        }
        long address = callback == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK
                ? PointerSized.ALL_ONES
                : callback == null
                        ? 0
                        : PointerSized.address(CallbackReference.getFunctionPointer(callbacks.trampoline()));
        library.setLastError(error.get());
        Pointer previous = function.invokePointer(new Object[] {PointerSized.of(number), PointerSized.of(address)});
        error.set(library.lastError());
        boolean failed = PointerSized.address(previous) == PointerSized.ALL_ONES;
        callbacks.set(number, failed ? before : callback);
        return failed ? StatusCallback.INTERNET_INVALID_STATUS_CALLBACK : before;
    }

    private static @Nullable Object freeCookies(@Nullable Object[] arguments) {
        if (arguments[0] instanceof CookiesRef cookies) {
            cookies.value = new INTERNET_COOKIE2[0];
        }
        return null;
    }

    private @Nullable Object fail(Method method, int code) {
        error.set(code);
        return ReturnConvention.returnsErrorNumber(method) ? (Object) code : ReturnConvention.failureValue(method);
    }

    private @Nullable Object plain(Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "id" -> NativeProvider.ID;
            case "close" -> {
                close();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "wininet4j on " + library;
        };
    }

    private void close() {
        if (!closed) {
            closed = true;
            closer.run();
        }
    }
}
