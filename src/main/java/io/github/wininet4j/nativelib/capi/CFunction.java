package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.function.FamilyRouter.Target;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One exported C function: which function of the facade or of its A form answers it, and how its arguments get there.
 */
final class CFunction {
    private static final Map<String, Method> ANSI = byName(AnsiWinInet.class);
    private static final Map<String, Method> WIDE = byName(WinInet.class);
    private static final String FIND_NEXT = "InternetFindNextFile";

    private final Method declaration;
    private final Target target;
    private final WinInet wide;
    private final PendingResults<HINTERNET> pending;
    private final List<FromNative> converters;

    /** Those of an enumeration of another protocol, whose entries C cannot tell apart either; null if it has one. */
    private final @Nullable List<FromNative> gopherConverters;

    private final boolean canPend;
    private final boolean runsBeside;
    private final boolean returnsError;

    /** The functions without suffix that have a {@code DWORD *} where the A function has a {@code DWORD_PTR *}. */
    private static final Set<String> DWORD_FORMS = Set.of("InternetDial");

    private CFunction(
            String name,
            Method method,
            Method wideMethod,
            Target target,
            WinInet wide,
            PendingResults<HINTERNET> pending) {
        this.declaration = wideMethod;
        this.target = target;
        this.wide = wide;
        this.pending = pending;
        FromNativeConverters makers = new FromNativeConverters(pending, DWORD_FORMS.contains(name));
        List<Role> roles = Role.of(wideMethod);
        boolean isAnsi = !method.equals(wideMethod);
        this.converters = makers.of(method, roles, isAnsi);
        this.gopherConverters = wideMethod.getName().equals(FIND_NEXT)
                ? makers.of(method, List.of(roles.get(0), roles.get(1).pointingTo(GOPHER_FIND_DATA.class)), isAnsi)
                : null;
        this.canPend = ReturnConvention.canPend(wideMethod);
        this.runsBeside = ReturnConvention.runsBeside(wideMethod);
        this.returnsError = ReturnConvention.returnsErrorNumber(wideMethod);
    }

    private static Map<String, Method> byName(Class<?> facade) {
        Map<String, Method> found = new HashMap<>();
        for (Class<?> family : facade.getInterfaces()) {
            for (Method function : family.getDeclaredMethods()) {
                if (Modifier.isAbstract(function.getModifiers())) {
                    found.put(function.getName(), function);
                }
            }
        }
        return found;
    }

    /**
     * Finds what answers a C function. A name without suffix beside A and W is the A function (R-CB-10).
     *
     * @param name the C name
     * @param wide the facade
     * @param ansi its A form
     * @param pending the calls that have pended
     * @return the function, or null if nothing answers it
     */
    static @Nullable CFunction of(String name, WinInet wide, Border ansi, PendingResults<HINTERNET> pending) {
        Declared declared = declared(name);
        if (declared == null) {
            return null;
        }
        Method method = declared.method();
        Target target = declared.isAnsi() ? FamilyRouter.bordered(ansi, method) : FamilyRouter.target(wide, method);
        return new CFunction(name, method, declared.wide(), target, wide, pending);
    }

    /** What answers a C function: a function of the facade, or one of its A forms with the one that it is a form of. */
    record Declared(Method method, Method wide, boolean isAnsi) {}

    /** Finds the declaration of a C function; null if there is none. */
    static @Nullable Declared declared(String name) {
        Method ansiMethod = ANSI.get(name);
        if (ansiMethod == null) {
            ansiMethod = ANSI.get(name + "A");
        }
        if (ansiMethod != null) {
            String ansiName = ansiMethod.getName();
            Method same = WIDE.get(ansiName);
            Method base = same != null ? same : WIDE.get(ansiName.substring(0, ansiName.length() - 1));
            return new Declared(ansiMethod, Objects.requireNonNull(base, ansiName), true);
        }
        Method wideMethod = WIDE.get(name);
        if (wideMethod == null && name.endsWith("W")) {
            wideMethod = WIDE.get(name.substring(0, name.length() - 1));
        }
        return wideMethod == null ? null : new Declared(wideMethod, wideMethod, false);
    }

    /** Whether the handle, the first argument, is a menu of Gopher (R-NEXT-1). */
    private boolean isGopher(InboundCall call) {
        DwordRef type = new DwordRef();
        HINTERNET find = new HINTERNET(call.slot(0));
        return wide.InternetQueryOption(
                        find, InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(Integer.BYTES))
                && type.value == HandleType.INTERNET_HANDLE_TYPE_GOPHER_FIND;
    }

    /** Makes the call; returns the C value, widened to 64 bits. The last error is the facade's afterwards. */
    long call(InboundCall call) throws Throwable {
        List<FromNative> takers = gopherConverters != null && isGopher(call) ? gopherConverters : converters;
        @Nullable Object[] arguments = new Object[takers.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = takers.get(i).take(call, i);
        }
        HINTERNET handle = canPend ? (HINTERNET) arguments[0] : null;
        if (handle != null) {
            call.results().setBeside(runsBeside);
            pending.expect(handle, call.results());
        }
        long result = value(target.call(arguments));
        if (handle == null) {
            call.results().finish(succeeded(result));
        } else if (result == 0 && wide.GetLastError() == Win32Error.ERROR_IO_PENDING) {
            call.results().pend();
        } else {
            pending.withdraw(handle, call.results());
            call.results().finish(succeeded(result));
        }
        return result;
    }

    private boolean succeeded(long result) {
        return returnsError == (result == 0);
    }

    private static long value(@Nullable Object result) {
        if (result instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (result instanceof Integer number) {
            return Integer.toUnsignedLong(number);
        }
        if (result instanceof HINTERNET handle) {
            return handle.value();
        }
        if (result instanceof HANDLE handle) {
            return handle.value();
        }
        if (result == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK) {
            return PointerSized.ALL_ONES;
        }
        if (result instanceof StatusCallback set && AnsiWinInet.given(set) instanceof CStatusCallback callback) {
            return callback.address();
        }
        return result instanceof Long number ? number : 0;
    }

    /** Returns what to return when the call could not be made. */
    long failure(int error) {
        return value(ReturnConvention.failureValue(declaration, error));
    }
}
