package io.github.wininet4j.nativelib;

import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Route;
import io.github.wininet4j.function.FamilyRouter.Target;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The facade on one loaded library: every function goes the same way, but for the few that have to do with callbacks.
 */
final class NativeBackEnd implements FamilyRouter.Border {
    private static final Logger LOG = System.getLogger(NativeBackEnd.class.getName());

    private final WinInetLibrary library;
    private final Runnable closer;
    private final CapturedError error = new CapturedError();
    private final HandleCallbacks callbacks = new HandleCallbacks();
    private volatile boolean closed;

    private NativeBackEnd(WinInetLibrary library, Runnable closer) {
        this.library = library;
        this.closer = closer;
    }

    /**
     * Puts the facade on a library.
     *
     * @param library the library
     * @param closer what to do when the back end is closed
     */
    static BackEnd over(WinInetLibrary library, Runnable closer) {
        return FamilyRouter.create(BackEnd.class, new NativeBackEnd(library, closer));
    }

    @Override
    public Target target(Method function) {
        return switch (function.getName()) {
            case "GetLastError" -> arguments -> error.get();
            case "SetLastError" -> this::setLastError;
            case "InternetFreeCookies" -> NativeBackEnd::freeCookies;
            default -> ofLibrary(function);
        };
    }

    private Target ofLibrary(Method method) {
        String name = method.getName();
        Function function = first(name + "W", name, name + "A");
        if (function == null) {
            return arguments -> {
                throw new NotInLibrary();
            };
        }
        if (name.equals("InternetSetStatusCallback")) {
            return arguments -> setStatusCallback(function, arguments);
        }
        OutboundFunction outbound = new OutboundFunction(method, function, library, callbacks);
        return arguments -> {
            Object result = outbound.call(arguments, error);
            afterwards(method, arguments, result);
            return result;
        };
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
    public @Nullable Object call(Route route, @Nullable Object[] arguments) {
        try {
            if (closed && route.function().getDeclaringClass() != ErrorFunctions.class) {
                return fail(route, WinInetError.ERROR_INTERNET_SHUTDOWN);
            }
            return route.call(arguments);
        } catch (RefusedArgument e) {
            return fail(route, e.code());
        } catch (NotInLibrary e) {
            return fail(route, Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
        } catch (Throwable t) {
            LOG.log(Level.WARNING, () -> route.function().getName() + " could not be called", t);
            return fail(route, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        }
    }

    private @Nullable Object fail(Route route, int code) {
        error.set(code);
        return route.failure(code);
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

    private @Nullable Object setStatusCallback(Function function, @Nullable Object[] arguments) {
        HINTERNET handle = (HINTERNET) arguments[0];
        StatusCallback callback = (StatusCallback) arguments[1];
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

    @Override
    public @Nullable Object own(Method method) {
        if (method.getName().equals("id")) {
            return NativeProvider.ID;
        }
        if (!closed) {
            closed = true;
            closer.run();
        }
        return null;
    }

    @Override
    public String toString() {
        return "wininet4j on " + library;
    }

    /** A library of another version may lack a function. */
    private static final class NotInLibrary extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInLibrary() {
            super(null, null, false, false);
        }
    }
}
