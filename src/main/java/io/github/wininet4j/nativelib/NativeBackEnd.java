package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.Families;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.function.FamilyRouter.Target;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.trace.EngineCounters;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facade on one loaded library: every function goes the same way, but for the few that have to do with callbacks.
 */
final class NativeBackEnd implements Border {
    private static final SafeLogger LOG = SafeLogger.of(NativeBackEnd.class);

    private final WinInetLibrary library;
    private final Supplier<@Nullable EngineCounters> counters;
    private final @Nullable Runnable closer;
    private final CapturedError error = new CapturedError();
    private final HandleCallbacks callbacks;
    private volatile boolean closed;

    private NativeBackEnd(
            WinInetLibrary library, Supplier<@Nullable EngineCounters> counters, @Nullable Runnable closer) {
        this.library = library;
        this.counters = counters;
        this.closer = closer;
        this.callbacks = new HandleCallbacks(library::option, library.memory());
    }

    /**
     * Puts the facade on a library.
     *
     * @param library the library
     * @param counters reads what the library counts; gives null if it does not tell
     * @param closer ends every handle of the library, when the back end is closed; null if they may live on
     */
    static BackEnd over(
            WinInetLibrary library, Supplier<@Nullable EngineCounters> counters, @Nullable Runnable closer) {
        return FamilyRouter.create(BackEnd.class, new NativeBackEnd(library, counters, closer));
    }

    @Override
    public Target target(Method function) {
        return switch (function.getName()) {
            case "GetLastError" -> arguments -> error.get();
            case "SetLastError" -> this::setLastError;
            case "InternetFreeCookies" -> NativeBackEnd::freeCookies;
            case "InternetFreeProxyInfoList" -> NativeBackEnd::freeProxyList;
            default -> ofLibrary(function);
        };
    }

    private Target ofLibrary(Method method) {
        String name = method.getName();
        String exported = first(name + "W", name, name + "A");
        Function function = exported == null ? null : library.find(exported);
        if (exported == null || function == null) {
            return arguments -> {
                throw new NotCalled(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
            };
        }
        if (name.equals("InternetSetStatusCallback")) {
            return arguments -> setStatusCallback(function, arguments);
        }
        NativeFunction fastest =
                NativeFunction.of(library, exported, function, method.getReturnType(), method.getParameterCount());
        OutboundFunction outbound = new OutboundFunction(method, fastest, library, callbacks);
        if (name.equals("InternetCloseHandle")) {
            return arguments -> closeHandle(outbound, arguments);
        }
        return name.startsWith("InternetSetOption")
                ? arguments -> setOption(outbound, arguments)
                : arguments -> outbound.call(arguments, error);
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            if (library.find(name) != null) {
                return name;
            }
        }
        return null;
    }

    @Override
    public Object family(Class<?> family) {
        return Families.answeredBy(family, this::target);
    }

    @Override
    public void begin(Class<?> family, String function) {
        if (closed && family != ErrorFunctions.class) {
            throw new NotCalled(WinInetError.ERROR_INTERNET_SHUTDOWN);
        }
    }

    @Override
    public @Nullable Object failed(Method function, @Nullable HINTERNET handle, Throwable thrown) {
        int code = WinInetError.ERROR_INTERNET_INTERNAL_ERROR;
        if (thrown instanceof RefusedArgument refused) {
            code = refused.code();
        } else if (thrown instanceof NotCalled known) {
            code = known.code;
        } else {
            LOG.log(Level.WARNING, () -> function.getName() + " could not be called", thrown);
        }
        error.set(code);
        return ReturnConvention.failureValue(function, code);
    }

    private @Nullable Object closeHandle(OutboundFunction function, @Nullable Object[] arguments) {
        if (!(arguments[0] instanceof HINTERNET handle)) {
            return function.call(arguments, error);
        }
        HandleCallbacks.Closing closing = callbacks.closing(handle.value());
        Object result = function.call(arguments, error);
        if (Boolean.TRUE.equals(result)) {
            callbacks.closed(closing);
        } else {
            callbacks.stillOpen(closing);
        }
        return result;
    }

    private @Nullable Object setOption(OutboundFunction function, @Nullable Object[] arguments) {
        Object result = function.call(arguments, error);
        if (arguments[0] instanceof HINTERNET handle
                && (Objects.equals(arguments[1], InternetOption.INTERNET_OPTION_CONTEXT_VALUE)
                        || Objects.equals(arguments[1], InternetOption.INTERNET_OPTION_CONTEXT_VALUE_OLD))) {
            callbacks.contextChanged(handle.value());
        }
        return result;
    }

    private @Nullable Object setLastError(@Nullable Object[] arguments) {
        error.set((Integer) ToNativeConverters.required(arguments[0]));
        return null;
    }

    private @Nullable Object setStatusCallback(Function function, @Nullable Object[] arguments) {
        HINTERNET handle = (HINTERNET) arguments[0];
        StatusCallback callback = (StatusCallback) arguments[1];
        long number = handle == null ? 0 : handle.value();
        boolean invalid = callback == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK;
        // Before the library may call it.
        StatusFunction chosen = callback == null || invalid ? null : callbacks.acquire(callback);
        long address = invalid ? PointerSized.ALL_ONES : chosen == null ? 0 : chosen.address();
        CapturedError.OfThread own = error.ofCaller();
        library.putLastError(own);
        long previous = PointerSized.address(
                function.invokePointer(new Object[] {PointerSized.of(number), PointerSized.of(address)}));
        library.takeLastError(own);
        StatusCallback before = StatusFunction.callback(previous);
        if (previous == PointerSized.ALL_ONES) {
            callbacks.release(chosen);
            return StatusCallback.INTERNET_INVALID_STATUS_CALLBACK;
        }
        callbacks.set(number, chosen);
        return before;
    }

    private static @Nullable Object freeCookies(@Nullable Object[] arguments) {
        if (arguments[0] instanceof CookiesRef cookies) {
            cookies.value = new INTERNET_COOKIE2[0];
        }
        return null;
    }

    private static @Nullable Object freeProxyList(@Nullable Object[] arguments) {
        if (arguments[0] instanceof WININET_PROXY_INFO_LIST list) {
            list.clear();
        }
        return null;
    }

    @Override
    public @Nullable Object own(String method) {
        if (method.equals("id")) {
            return NativeProvider.ID;
        }
        if (method.equals("counters")) {
            return counters.get();
        }
        if (!closed) {
            closed = true;
            library.clientCertificates().close();
            if (closer != null) {
                closer.run();
                callbacks.close();
                NoticeFunction.forget(library);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "wininet4j on " + library;
    }

    /** The library is closed, or of a version that lacks the function. */
    private static final class NotCalled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int code;

        NotCalled(int code) {
            super(null, null, false, false);
            this.code = code;
        }
    }
}
