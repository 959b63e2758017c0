package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.ErrorFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link WinInet} that reports each call with its arguments, its return value and, if it failed, the last error. */
final class CallTrace implements InvocationHandler {
    private final WinInet target;
    private final Consumer<String> lines;

    private CallTrace(WinInet target, Consumer<String> lines) {
        this.target = target;
        this.lines = lines;
    }

    /**
     * Wraps a back end.
     *
     * @param target the back end that is called
     * @param lines takes one line for each call, after it has returned
     * @return the wrapped back end
     */
    static WinInet of(WinInet target, Consumer<String> lines) {
        return (WinInet) Proxy.newProxyInstance(
                WinInet.class.getClassLoader(), new Class<?>[] {WinInet.class}, new CallTrace(target, lines));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        Object result;
        try {
            result = method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        Class<?> owner = method.getDeclaringClass();
        if (owner != ErrorFunctions.class && owner != Object.class && args != null) {
            lines.accept(describe(method, args, result));
        }
        return result;
    }

    private String describe(Method method, @Nullable Object[] args, @Nullable Object result) {
        boolean failed = result == null ? method.getReturnType() != StatusCallback.class : result.equals(false);
        int error = failed ? target.GetLastError() : Win32Error.ERROR_SUCCESS;
        // What a pending call returns by reference belongs to WinInet until the call completes.
        boolean pending = error == Win32Error.ERROR_IO_PENDING;
        StringJoiner list = new StringJoiner(", ", method.getName() + "(", ")");
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < args.length; i++) {
            String name = parameters[i].getName();
            list.add(
                    args[i] != null && HiddenPasswords.isPassword(name, args, i)
                            ? HiddenPasswords.INSTEAD
                            : argument(name, args[i], pending));
        }
        String outcome = result instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : argument("", result, false);
        return list + " = " + outcome + (failed ? ", " + StatusText.error(error) : "");
    }

    private static String argument(String name, @Nullable Object value, boolean pending) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Integer number) {
            return number(name, number);
        }
        if (value instanceof String || value instanceof TextBuffer) {
            return '"' + value.toString() + '"';
        }
        if (value instanceof DwordRef reference) {
            return pending ? "&?" : "&" + reference;
        }
        if (value instanceof INTERNET_BUFFERS buffers) {
            return "{dwBufferLength=" + (pending ? "?" : Integer.toUnsignedString(buffers.dwBufferLength))
                    + ", dwBufferTotal=" + Integer.toUnsignedString(buffers.dwBufferTotal) + "}";
        }
        if (value instanceof ByteBuffer bytes) {
            return "buffer[" + bytes.remaining() + "]";
        }
        if (value instanceof StatusCallback) {
            return "callback";
        }
        return value instanceof LPVOID ? "&" + value.getClass().getSimpleName() : value.toString();
    }

    private static String number(String parameter, int value) {
        return switch (parameter) {
            case "dwOption" -> InternetOption.name(value);
            case "dwFlags", "dwModifiers", "dwInfoLevel" -> value == 0 ? "0" : "0x" + Integer.toHexString(value);
            default -> Integer.toString(value);
        };
    }
}
