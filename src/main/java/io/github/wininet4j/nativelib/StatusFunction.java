package io.github.wininet4j.nativelib;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary.StdCallCallback;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A C function that stands for one Java callback: the library carries it from handle to handle, and a status arrives at
 * the callback whatever handle it is of.
 *
 * <p>Its machine code is never freed, so a library cannot call into memory that is gone (R-CB-13). A function that no
 * handle has any more is used again for another callback, after {@value #RETIRED} others have come to that: until then
 * a late status still arrives.
 */
final class StatusFunction {
    private static final SafeLogger LOG = SafeLogger.of(StatusFunction.class);

    /** How many functions that no handle has keep their callback. */
    private static final int RETIRED = 1024;

    private static final ReentrantLock RETIRING = new ReentrantLock();
    private static final Queue<StatusFunction> FREE = new ArrayDeque<>();

    /** All there are, which also keeps them from being collected. */
    private static final ConcurrentHashMap<Long, StatusFunction> BY_ADDRESS = new ConcurrentHashMap<>();

    /** {@code INTERNET_STATUS_CALLBACK} where pointers have 64 bits. */
    @FunctionalInterface
    interface Code64 extends Callback {
        /**
         * Is called by the library.
         *
         * @param handle the handle
         * @param context its context
         * @param status an {@code INTERNET_STATUS_*} value
         * @param information the address of what the status carries, 0 for nothing
         * @param length its length
         */
        void invoke(long handle, long context, int status, long information, int length);
    }

    /** The same where they have 32. */
    @FunctionalInterface
    interface Code32 extends Callback {
        /** As {@link Code64#invoke}. */
        void invoke(int handle, int context, int status, int information, int length);
    }

    /** The same by the convention of 32-bit Windows; other systems refuse that. */
    @FunctionalInterface
    interface StdCallCode32 extends Code32, StdCallCallback {}

    /** The handles that it stands for. */
    private record Use(HandleCallbacks owner, StatusCallback callback) {}

    private final Callback code;
    private final long address;
    private volatile @Nullable Use use;

    /** How many handles have it; guarded by the lock of its owner. */
    int users;

    private StatusFunction() {
        code = code();
        // Attached once, as daemons: WinInet's threads outlive a callback and must not keep the JVM alive.
        Native.setCallbackThreadInitializer(code, new CallbackThreadInitializer(true, false, "wininet callback"));
        address = PointerSized.address(DirectCallbacks.function(code));
    }

    private Callback code() {
        if (Native.POINTER_SIZE == Long.BYTES) {
            return (Code64) this::invoke;
        }
        Code32 narrow = (handle, context, status, information, length) -> invoke(
                Integer.toUnsignedLong(handle),
                Integer.toUnsignedLong(context),
                status,
                Integer.toUnsignedLong(information),
                length);
        return Platform.isWindows() ? (StdCallCode32) narrow::invoke : narrow;
    }

    /**
     * Takes a function into use.
     *
     * @param owner the handles that will have it
     * @param callback what it calls
     */
    static StatusFunction of(HandleCallbacks owner, StatusCallback callback) {
        StatusFunction function = reusable();
        if (function == null) {
            function = new StatusFunction();
        }
        function.use = new Use(owner, callback);
        BY_ADDRESS.putIfAbsent(function.address, function);
        return function;
    }

    private static @Nullable StatusFunction reusable() {
        RETIRING.lock();
        try {
            return FREE.size() > RETIRED ? FREE.poll() : null;
        } finally {
            RETIRING.unlock();
        }
    }

    /**
     * Returns the callback that an address of the library stands for.
     *
     * @param address the address
     * @return the callback, or null if it is none of these functions
     */
    static @Nullable StatusCallback callback(long address) {
        StatusFunction function = BY_ADDRESS.get(address);
        return function == null ? null : function.callback();
    }

    /** Returns the function of an address if it stands for a callback of certain handles. */
    static @Nullable StatusFunction at(long address, HandleCallbacks owner) {
        StatusFunction function = BY_ADDRESS.get(address);
        Use now = function == null ? null : function.use;
        return now != null && now.owner() == owner ? function : null;
    }

    long address() {
        return address;
    }

    @Nullable
    StatusCallback callback() {
        Use now = use;
        return now == null ? null : now.callback();
    }

    /** Gives it up: no handle has it any more. */
    void retire() {
        RETIRING.lock();
        try {
            FREE.add(this);
        } finally {
            RETIRING.unlock();
        }
    }

    /** Ends its use, when the library is closed and makes no more calls. */
    void forget() {
        use = null;
    }

    private void invoke(long handle, long context, int status, long information, int length) {
        Use now = use;
        if (now == null) {
            return;
        }
        // Nothing may be thrown into C (R-CB-14).
        try {
            Pointer memory = PointerSized.pointer(information);
            now.owner().deliver(this, now.callback(), handle, context, status, memory, length);
        } catch (Throwable t) {
            report(status, t);
        }
    }

    /** What the program's log handler throws must not get into native code. */
    private static void report(int status, Throwable thrown) {
        try {
            LOG.log(Level.WARNING, () -> "a status callback threw at status " + status, thrown);
        } catch (RuntimeException | Error e) {
            // There is no one else to tell.
        }
    }
}
