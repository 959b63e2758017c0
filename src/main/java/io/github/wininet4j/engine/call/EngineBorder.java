package io.github.wininet4j.engine.call;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.trace.EngineCounters;
import io.github.wininet4j.type.HINTERNET;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The border of the engine: whatever a function throws becomes its failure value and the thread's last error, so no
 * exception leaves the facade.
 */
public final class EngineBorder implements Border {
    private final ThreadState.Table threads;
    private final Object errors;
    private final Function<Class<?>, Object> families;
    private final Supplier<EngineCounters> counters;
    private final Runnable closer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EngineBorder(
            ThreadState.Table threads,
            Function<Class<?>, Object> families,
            Supplier<EngineCounters> counters,
            Runnable closer) {
        this.threads = threads;
        this.errors = new ErrorApi(threads);
        this.families = families;
        this.counters = counters;
        this.closer = closer;
    }

    /**
     * Builds the back end.
     *
     * @param threads what is kept per thread
     * @param families finds what implements a family, the functions of the last error aside
     * @param counters reads the counters
     * @param closer ends the engine; called once
     * @return the back end
     */
    public static BackEnd create(
            ThreadState.Table threads,
            Function<Class<?>, Object> families,
            Supplier<EngineCounters> counters,
            Runnable closer) {
        return FamilyRouter.create(BackEnd.class, new EngineBorder(threads, families, counters, closer));
    }

    @Override
    public Object family(Class<?> family) {
        return family == ErrorFunctions.class ? errors : families.apply(family);
    }

    @Override
    public void begin(Class<?> family, String function) {
        // The functions of the last error leave it as it is, and work on a closed engine.
        if (family == ErrorFunctions.class) {
            return;
        }
        if (closed.get()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_SHUTDOWN);
        }
        ThreadState state = threads.current();
        // A call that succeeds leaves 0 (R-GEN-20), but for one that cleans up (R-PROJ-CALL-4). One that pends or fails
        // sets its own.
        if (!function.equals("InternetCloseHandle")) {
            state.lastError = Win32Error.ERROR_SUCCESS;
        }
        // The last server text lasts until another function is called (R-LASTRESP-2).
        if (!function.equals("InternetGetLastResponseInfo")) {
            state.setResponse(0, "");
        }
    }

    @Override
    public @Nullable Object failed(Method function, @Nullable HINTERNET handle, Throwable thrown) {
        ThreadState state = threads.current();
        int code = ErrorMap.code(thrown);
        state.lastError = code;
        state.extendedError = ErrorMap.socketError(thrown);
        FailureLog.record(function.getName(), handle, code, thrown);
        return ReturnConvention.failureValue(function, code);
    }

    @Override
    public @Nullable Object own(String method) {
        if (method.equals("id")) {
            return "engine";
        }
        if (method.equals("counters")) {
            return counters.get();
        }
        if (!closed.getAndSet(true)) {
            closer.run();
        }
        return null;
    }

    @Override
    public String toString() {
        return "wininet4j engine";
    }
}
