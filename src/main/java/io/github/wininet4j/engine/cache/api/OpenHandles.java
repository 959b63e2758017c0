package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.HANDLE;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The handles of enumerations and streams, which are no {@code HINTERNET}s (R-CENT-24). */
final class OpenHandles {
    private final ConcurrentHashMap<Long, Object> open = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(1);

    HANDLE add(Object object) {
        long number = next.getAndIncrement();
        open.put(number, object);
        return new HANDLE(number);
    }

    <T> T find(@Nullable HANDLE handle, Class<T> kind) {
        Object object = handle == null ? null : open.get(handle.value());
        if (!kind.isInstance(object)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        return kind.cast(object);
    }

    <T> T remove(@Nullable HANDLE handle, Class<T> kind) {
        T object = find(handle, kind);
        if (handle == null || !open.remove(handle.value(), object)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        return object;
    }

    /** Takes all of a kind out. */
    <T> List<T> removeAll(Class<T> kind) {
        List<T> all =
                open.values().stream().filter(kind::isInstance).map(kind::cast).toList();
        open.values().removeIf(kind::isInstance);
        return all;
    }
}
