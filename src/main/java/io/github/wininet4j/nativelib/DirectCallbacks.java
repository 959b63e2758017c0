package io.github.wininet4j.nativelib;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * C functions that call the method of a Java callback as it is. JNA makes these for direct mapping only; those that it
 * makes otherwise convert their arguments by reflection and take four times as long.
 */
final class DirectCallbacks {
    static {
        Native.register(DirectCallbacks.class, Platform.C_LIBRARY_NAME);
    }

    private DirectCallbacks() {}

    /** Copies nothing, and returns the address that it was given. */
    private static native @Nullable Pointer memmove(Callback to, @Nullable Pointer from, long size);

    /**
     * Returns the C function of a callback.
     *
     * @param callback takes and returns primitive values only; the function is there as long as it is reachable
     */
    static Pointer function(Callback callback) {
        return Objects.requireNonNull(memmove(callback, null, 0));
    }
}
