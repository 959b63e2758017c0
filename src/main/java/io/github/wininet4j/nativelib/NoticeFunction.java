package io.github.wininet4j.nativelib;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary.StdCallCallback;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.AuthNotifyCallback;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code PFN_AUTH_NOTIFY}: a C function, and the structure that names it, by which a library tells a Java program that
 * a dialog has ended. Neither is ever freed, since the library may keep both for as long as it likes; they are used
 * again after {@value #RETIRED} others have come to their end.
 */
final class NoticeFunction {
    private static final SafeLogger LOG = SafeLogger.of(NoticeFunction.class);
    private static final int RETIRED = 64;
    private static final StructureLayout LAYOUT = StructureLayout.of(INTERNET_AUTH_NOTIFY_DATA.class);

    private static final ReentrantLock POOL = new ReentrantLock();
    private static final Queue<NoticeFunction> FREE = new ArrayDeque<>();

    /** Those that may be called, which keeps them from being collected. */
    private static final Set<NoticeFunction> IN_USE = new HashSet<>();

    /** The function where pointers have 64 bits. */
    @FunctionalInterface
    interface Code64 extends Callback {
        /**
         * Is called by the library.
         *
         * @param context the program's value
         * @param result what the dialog came to
         * @param reserved nothing
         * @return 0
         */
        int invoke(long context, int result, long reserved);
    }

    /** The same where they have 32. */
    @FunctionalInterface
    interface Code32 extends Callback {
        /** As {@link Code64#invoke}. */
        int invoke(int context, int result, int reserved);
    }

    /** The same by the convention of 32-bit Windows; other systems refuse that. */
    @FunctionalInterface
    interface StdCallCode32 extends Code32, StdCallCallback {}

    /** Whom it tells, and over which library; two of the same are two. */
    private static final class Use {
        private final WinInetLibrary library;
        private final AuthNotifyCallback receiver;

        Use(WinInetLibrary library, AuthNotifyCallback receiver) {
            this.library = library;
            this.receiver = receiver;
        }
    }

    private final Callback code;
    private final Memory structure = new Memory(LAYOUT.size());
    private volatile @Nullable Use use;

    private NoticeFunction() {
        this.code = code();
        Native.setCallbackThreadInitializer(code, new CallbackThreadInitializer(true, false, "wininet dialog"));
    }

    private Callback code() {
        if (Native.POINTER_SIZE == Long.BYTES) {
            return (Code64) (context, result, reserved) -> told(context, result);
        }
        Code32 narrow = (context, result, reserved) -> told(Integer.toUnsignedLong(context), result);
        return Platform.isWindows() ? (StdCallCode32) narrow::invoke : narrow;
    }

    /**
     * Passes a notice: the address of a pointer to its structure.
     *
     * @param notice whom to tell
     * @param call the call of the dialog
     * @return what stands for it in C
     */
    static Pointer pass(INTERNET_AUTH_NOTIFY_DATA notice, OutboundCall call) {
        Pointer variable = call.allocate(Native.POINTER_SIZE);
        AuthNotifyCallback receiver = notice.pfnNotify;
        if (receiver == null) {
            Pointer structure = call.allocate(LAYOUT.size());
            LAYOUT.write(notice, structure, call.arena());
            variable.setPointer(0, structure);
            return variable;
        }
        Use use = new Use(call.library(), receiver);
        NoticeFunction function = take(use);
        LAYOUT.write(notice, function.structure, call.arena());
        function.structure.setPointer(LAYOUT.offset("pfnNotify"), DirectCallbacks.function(function.code));
        variable.setPointer(0, function.structure);
        call.onCompletion(() -> {
            // Only who is turned away is told.
            if (!Objects.equals(call.result(), WinInetError.ERROR_INTERNET_DIALOG_PENDING)) {
                function.retire(use);
            }
        });
        return variable;
    }

    private static NoticeFunction take(Use use) {
        POOL.lock();
        try {
            NoticeFunction free = FREE.size() > RETIRED ? FREE.poll() : null;
            NoticeFunction function = free == null ? new NoticeFunction() : free;
            function.use = use;
            IN_USE.add(function);
            return function;
        } finally {
            POOL.unlock();
        }
    }

    /** Gives up those of a library that is closed and makes no more calls. */
    static void forget(WinInetLibrary library) {
        POOL.lock();
        try {
            for (NoticeFunction function : Set.copyOf(IN_USE)) {
                Use use = function.use;
                if (use != null && use.library == library) {
                    function.retire(use);
                }
            }
        } finally {
            POOL.unlock();
        }
    }

    /** Ends a use, unless it has ended before. */
    private boolean retire(Use ended) {
        POOL.lock();
        try {
            if (use != ended) {
                return false;
            }
            use = null;
            IN_USE.remove(this);
            FREE.add(this);
            return true;
        } finally {
            POOL.unlock();
        }
    }

    private int told(long context, int result) {
        Use now = use;
        if (now == null || !retire(now)) {
            return 0;
        }
        // Nothing may be thrown into C.
        try {
            return now.receiver.notify(context, result, null);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, () -> "a notice of the end of a dialog was thrown back", e);
            return 0;
        }
    }
}
