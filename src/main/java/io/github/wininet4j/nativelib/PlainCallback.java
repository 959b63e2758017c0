package io.github.wininet4j.nativelib;

import com.sun.jna.AltCallingConvention;
import com.sun.jna.Callback;
import com.sun.jna.CallbackProxy;
import com.sun.jna.NativeMapped;
import com.sun.jna.NativeMappedConverter;
import com.sun.jna.ToNativeContext;
import com.sun.jna.ToNativeConverter;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A callback declared for the calling convention of Windows, called by that of C: JNA takes the former on Windows only.
 * It lives as long as the callback itself, which the program keeps.
 */
final class PlainCallback implements CallbackProxy {
    private final WeakReference<Callback> callback;
    private final Method method;
    private final Class<?>[] types;

    private PlainCallback(Callback callback) {
        this.callback = new WeakReference<>(callback);
        this.method = method(callback.getClass());
        this.types = method.getParameterTypes();
        method.setAccessible(true);
    }

    /** Returns what makes plain ones of all callbacks for Windows. */
    static ToNativeConverter converter() {
        Map<Callback, PlainCallback> known = Collections.synchronizedMap(new WeakHashMap<>());
        return new ToNativeConverter() {
            @Override
            public @Nullable Object toNative(@Nullable Object value, ToNativeContext context) {
                return value == null ? null : known.computeIfAbsent((Callback) value, PlainCallback::new);
            }

            @Override
            public Class<?> nativeType() {
                return Callback.class;
            }
        };
    }

    /** The method of the interface: its only one, or the one with the name that JNA looks for. */
    private static Method method(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Class<?> declared : one.getInterfaces()) {
                if (AltCallingConvention.class.isAssignableFrom(declared)
                        && Callback.class.isAssignableFrom(declared)) {
                    Method[] methods = declared.getMethods();
                    return Arrays.stream(methods)
                            .filter(method ->
                                    methods.length == 1 || method.getName().equals(METHOD_NAME))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(declared + " has no method to call"));
                }
            }
        }
        throw new IllegalArgumentException(type + " is no callback for Windows");
    }

    @Override
    public @Nullable Object callback(Object[] arguments) {
        Callback receiver = callback.get();
        if (receiver == null) {
            return null;
        }
        Object[] converted = arguments.clone();
        for (int i = 0; i < converted.length; i++) {
            if (NativeMapped.class.isAssignableFrom(types[i])) {
                converted[i] = NativeMappedConverter.getInstance(types[i]).fromNative(arguments[i], null);
            }
        }
        try {
            return method.invoke(receiver, converted);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            // JNA gives it to its handler of exceptions in callbacks.
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public Class<?>[] getParameterTypes() {
        return Arrays.stream(types)
                .map(type -> NativeMapped.class.isAssignableFrom(type)
                        ? NativeMappedConverter.getInstance(type).nativeType()
                        : type)
                .toArray(Class<?>[]::new);
    }

    @Override
    public Class<?> getReturnType() {
        return method.getReturnType();
    }
}
