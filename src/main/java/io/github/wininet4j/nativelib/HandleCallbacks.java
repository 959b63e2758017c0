package io.github.wininet4j.nativelib;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary.StdCallCallback;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks and pending calls of every handle of one library.
 *
 * <p>The library only ever sees one C function, which lives as long as the library is in use; it finds the Java callback by handle. So
 * no callback can be collected while the library still knows its address (R-CB-13).
 */
final class HandleCallbacks {
    private static final Logger LOG = System.getLogger(HandleCallbacks.class.getName());

    /** {@code INTERNET_STATUS_CALLBACK}. */
    @FunctionalInterface
    interface CFunction extends Callback {
        /**
         * Is called by the library.
         *
         * @param handle the handle
         * @param context its context
         * @param status an {@code INTERNET_STATUS_*} value
         * @param information what the status carries
         * @param length its length
         */
        void invoke(
                @Nullable Pointer handle,
                @Nullable Pointer context,
                int status,
                @Nullable Pointer information,
                int length);
    }

    /** The same by the convention of 32-bit Windows; other systems refuse that. */
    @FunctionalInterface
    interface StdCallFunction extends CFunction, StdCallCallback {}

    /**
     * What is known of one handle.
     *
     * @param parent the handle it was made from; 0 for a session
     * @param told whether the library told of its making, and so will tell of its end
     * @param callback its callback, or null
     * @param pending calls that have not completed, oldest first
     */
    private record Entry(
            long parent, boolean told, @Nullable StatusCallback callback, Queue<OutboundCall> pending) {
        Entry with(@Nullable StatusCallback other) {
            return new Entry(parent, told, other, pending);
        }
    }

    private final ConcurrentHashMap<Long, Entry> entries = new ConcurrentHashMap<>();
    private final CFunction trampoline;

    HandleCallbacks() {
        StdCallFunction stdCall = this::tell;
        trampoline = Platform.isWindows() ? stdCall : this::tell;
        // Attached once, as daemons: WinInet's threads outlive a callback and must not keep the JVM alive.
        Native.setCallbackThreadInitializer(trampoline, new CallbackThreadInitializer(true, false, "wininet callback"));
    }

    CFunction trampoline() {
        return trampoline;
    }

    /**
     * Takes note of a new handle; its parent's callback is its own from now on (R-CB-4).
     *
     * @param handle the new handle
     * @param parent what it was made from; 0 for a session
     * @param told whether the library told of it, and so will tell of its end
     */
    void created(long handle, long parent, boolean told) {
        Entry from = entries.get(parent);
        StatusCallback callback = from == null ? null : from.callback;
        // A function returns the handle that the library has told of already; else the number is used again.
        entries.compute(
                handle,
                (key, known) -> known != null && known.told && known.parent == parent && !told
                        ? known
                        : new Entry(parent, told, callback, new ConcurrentLinkedQueue<>()));
    }

    /** Sets the callback of a handle and returns the previous one. */
    @Nullable
    StatusCallback set(long handle, @Nullable StatusCallback callback) {
        Entry before = entries.get(handle);
        entries.computeIfPresent(handle, (key, entry) -> entry.with(callback));
        return before == null ? null : before.callback;
    }

    /** Returns the callback of a handle. */
    @Nullable
    StatusCallback get(long handle) {
        Entry entry = entries.get(handle);
        return entry == null ? null : entry.callback;
    }

    /** Forgets a closed handle and what was made from it, but for those whose end the library has yet to tell. */
    void closed(long handle) {
        Entry entry = entries.get(handle);
        if (entry != null && !entry.told && entry.pending.isEmpty()) {
            entries.remove(handle);
        }
        entries.forEach((child, of) -> {
            if (of.parent == handle) {
                closed(child);
            }
        });
    }

    /**
     * Remembers a call that may pend, before it is made: it can complete before it returns. False for an unknown
     * handle.
     */
    boolean expect(long handle, OutboundCall call) {
        Entry entry = entries.get(handle);
        return entry != null && entry.pending.add(call);
    }

    /** Takes back what {@link #expect} did, for a call that did not pend. */
    void withdraw(long handle, OutboundCall call) {
        Entry entry = entries.get(handle);
        if (entry != null) {
            entry.pending.remove(call);
        }
    }

    private void tell(
            @Nullable Pointer handle,
            @Nullable Pointer context,
            int status,
            @Nullable Pointer information,
            int length) {
        // Nothing may be thrown into C (R-CB-14).
        try {
            tell(PointerSized.address(handle), PointerSized.address(context), status, information, length);
        } catch (Throwable t) {
            LOG.log(Level.WARNING, () -> "a status callback threw at status " + status, t);
        }
    }

    private void tell(long handle, long context, int status, @Nullable Pointer information, int length) {
        if (status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED && information != null) {
            created(PointerSized.get(information), handle, true);
        } else if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            complete(handle);
        }
        StatusCallback callback = get(handle);
        if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            entries.remove(handle);
        }
        if (callback != null) {
            callback.callback(
                    new HINTERNET(handle), context, status, StatusPayload.read(status, information, length), length);
        }
    }

    /**
     * The caller finds its objects filled when its callback is told. A call on a parent may complete at the handle it
     * made.
     */
    private void complete(long handle) {
        Entry entry = entries.get(handle);
        if (entry == null) {
            return;
        }
        OutboundCall call = entry.pending.poll();
        Entry parent = call == null ? entries.get(entry.parent) : null;
        boolean certain = call != null;
        if (parent != null) {
            // Which of several it is cannot be told.
            call = parent.pending.poll();
        }
        if (call != null) {
            call.finish(certain);
        }
    }
}
