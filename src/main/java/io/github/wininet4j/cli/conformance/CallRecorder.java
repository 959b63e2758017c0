package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Records the calls and status callbacks of one conformance case. */
final class CallRecorder {
    private static final long CLOSING_LIMIT = TimeUnit.SECONDS.toNanos(2);

    /** A status callback that is recorded and then passed on. */
    private static final class Recorded implements StatusCallback {
        private final CallRecorder recorder;
        private final StatusCallback target;

        Recorded(CallRecorder recorder, StatusCallback target) {
            this.recorder = recorder;
            this.target = target;
        }

        @Override
        public void callback(HINTERNET handle, long context, int status, @Nullable LPVOID info, int length) {
            recorder.add(handle, context, status, info, length);
            Boolean outer = recorder.inCallback.get();
            recorder.inCallback.set(true);
            try {
                target.callback(handle, context, status, info, length);
            } finally {
                recorder.inCallback.set(outer);
            }
        }
    }

    private final WinInet target;
    private final WinInet api;
    private final ThreadLocal<Boolean> inCallback = ThreadLocal.withInitial(() -> false);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RecordedCase.Call> calls = new ArrayList<>();
    private final List<RecordedCase.Call> callbackCalls = new ArrayList<>();
    private final List<RecordedCase.Status> statuses = new ArrayList<>();
    /** Those that HANDLE_CREATED announced and HANDLE_CLOSING has not ended. */
    private final Set<HINTERNET> open = new HashSet<>();

    CallRecorder(WinInet target) {
        this.target = target;
        this.api = (WinInet) Proxy.newProxyInstance(
                WinInet.class.getClassLoader(),
                new Class<?>[] {WinInet.class},
                (proxy, method, args) -> invoke(method, args));
    }

    /** The back end whose calls are recorded. */
    WinInet api() {
        return api;
    }

    private @Nullable Object invoke(Method method, @Nullable Object @Nullable [] args) throws Throwable {
        @Nullable Object[] passed = args == null ? new Object[0] : args.clone();
        for (int i = 0; i < passed.length; i++) {
            passed[i] = wrapped(passed[i]);
        }
        Object result;
        try {
            result = unwrapped(method.invoke(target, passed));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        for (Object argument : passed) {
            if (argument instanceof CallbackRef reference) {
                reference.value = (StatusCallback) unwrapped(reference.value);
            }
        }
        Class<?> owner = method.getDeclaringClass();
        if (owner != ErrorFunctions.class && owner != Object.class) {
            add(method, passed, result);
        }
        return result;
    }

    private @Nullable Object wrapped(@Nullable Object argument) {
        return argument instanceof StatusCallback callback
                        && callback != StatusCallback.INTERNET_INVALID_STATUS_CALLBACK
                ? new Recorded(this, callback)
                : argument;
    }

    private static @Nullable Object unwrapped(@Nullable Object result) {
        return result instanceof Recorded recorded ? recorded.target : result;
    }

    private void add(Method method, @Nullable Object[] args, @Nullable Object result) {
        boolean failed = result == null ? method.getReturnType() != StatusCallback.class : result.equals(false);
        int error = failed ? target.GetLastError() : Win32Error.ERROR_SUCCESS;
        boolean pending = error == Win32Error.ERROR_IO_PENDING;
        List<String> arguments = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < args.length; i++) {
            String name = parameters[i].getName();
            arguments.add(name + "=" + ValueText.argument(name, args[i], pending));
        }
        if (!failed && method.getName().equals("InternetReadFile")) {
            bytesRead(args).ifPresent(data -> arguments.add("data=" + data));
        }
        boolean nested = inCallback.get();
        RecordedCase.Call call = new RecordedCase.Call(
                nested ? "callback" : "case",
                method.getName(),
                ValueText.value("", result),
                failed ? ErrorText.name(error) : "-",
                List.copyOf(arguments));
        lock.lock();
        try {
            (nested ? callbackCalls : calls).add(call);
        } finally {
            lock.unlock();
        }
    }

    private static Optional<String> bytesRead(@Nullable Object[] args) {
        if (args.length > 3 && args[1] instanceof ByteBuffer buffer && args[3] instanceof DwordRef count) {
            byte[] bytes = new byte[Math.min(Math.max(count.value, 0), buffer.limit())];
            buffer.duplicate().rewind().get(bytes);
            return Optional.of('"' + new String(bytes, StandardCharsets.ISO_8859_1) + '"');
        }
        return Optional.empty();
    }

    private void add(HINTERNET handle, long context, int status, @Nullable LPVOID info, int length) {
        RecordedCase.Status recorded = new RecordedCase.Status(
                ValueText.handle(handle),
                InternetStatus.name(status).replace("INTERNET_STATUS_", ""),
                Long.toString(context),
                payload(status, info),
                Integer.toString(length));
        lock.lock();
        try {
            statuses.add(recorded);
            if (status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED && info instanceof HandleRef created) {
                if (created.value != null) {
                    open.add(created.value);
                }
            } else if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                open.remove(handle);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static String payload(int status, @Nullable LPVOID info) {
        if (info instanceof INTERNET_ASYNC_RESULT result) {
            boolean isHandle = status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE && result.dwResult > 1;
            return "{dwResult="
                    + (isHandle ? ValueText.handle(new HINTERNET(result.dwResult)) : Long.toString(result.dwResult))
                    + ", dwError="
                    + (result.dwResult == 0 ? ErrorText.name(result.dwError) : Integer.toString(result.dwError)) + "}";
        }
        return ValueText.value("", info);
    }

    /**
     * Waits until the handles that were announced have ended, but not for long: a handle may have lost its callback.
     */
    void awaitClosing() throws InterruptedException {
        long left = CLOSING_LIMIT;
        lock.lockInterruptibly();
        try {
            while (!open.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was recorded so far, with handles, ports and dates replaced by names. */
    RecordedCase recorded(ConformanceCase tested, List<String> notes, int port) {
        lock.lock();
        try {
            return new StableNames(port).apply(tested, calls, callbackCalls, statuses, notes);
        } finally {
            lock.unlock();
        }
    }
}
