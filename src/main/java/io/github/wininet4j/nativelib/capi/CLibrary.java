package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The project's own library at work: as long as this is open, its C functions are answered by one {@link WinInet}. */
public final class CLibrary implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CLibrary.class.getName());
    private static final int VERSION = 1;

    /** What answers a C program that started the JVM, to keep it from being collected. */
    private static final AtomicReference<@Nullable CLibrary> STARTED = new AtomicReference<>();

    /** {@code wininet4j_dispatch} of the library. */
    @FunctionalInterface
    interface Dispatch extends Callback {
        /**
         * Answers a call.
         *
         * @param function the index of the function
         * @param arguments 64 bits each
         * @param lastError the calling thread's last error
         * @return the value, widened to 64 bits
         */
        long invoke(int function, Pointer arguments, Pointer lastError);
    }

    private final NativeLibrary library;
    private final WinInet wide;
    private final CFunctions functions;
    private final ProbedMemory memory;
    private final Dispatch dispatch = this::dispatch;

    private CLibrary(NativeLibrary library, WinInet wide) {
        this.library = library;
        this.wide = wide;
        int version = library.getFunction("wininet4j_version").invokeInt(new Object[0]);
        if (version != VERSION) {
            throw new IllegalStateException("the library has version " + version + ", needed is " + VERSION);
        }
        String names = library.getFunction("wininet4j_functions").invokeString(new Object[0], false);
        this.memory = new ProbedMemory(library);
        this.functions = new CFunctions(names, wide);
        // C's threads are attached once and do not keep the JVM alive.
        Native.setCallbackThreadInitializer(dispatch, new CallbackThreadInitializer(true, false, "wininet caller"));
    }

    /**
     * Returns whether a library is the project's own.
     *
     * @param library a loaded library
     * @return true if it can be {@linkplain #open opened}
     */
    public static boolean isOwn(NativeLibrary library) {
        try {
            library.getFunction("wininet4j_install");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /**
     * Puts functions behind the C functions of the library.
     *
     * @param library the project's own library
     * @param wide what answers
     * @return to be closed before {@code wide} is
     */
    public static CLibrary open(NativeLibrary library, WinInet wide) {
        CLibrary opened = new CLibrary(library, wide);
        opened.install(opened.dispatch);
        return opened;
    }

    /**
     * Is called by the library when a C program has made it start the JVM: an engine answers until the process ends.
     *
     * @param libraryPath the path of the calling library
     */
    public static void start(String libraryPath) {
        STARTED.set(open(NativeLibrary.getInstance(libraryPath), WinInets.engine()));
    }

    private void install(@Nullable Dispatch installed) {
        library.getFunction("wininet4j_install").invokeVoid(new Object[] {installed});
    }

    /** Takes the functions away; calls fail from now on. */
    @Override
    public void close() {
        install(null);
    }

    private long dispatch(int index, Pointer arguments, Pointer lastError) {
        CFunction function = null;
        // Nothing may be thrown into C.
        try {
            function = functions.get(index);
            if (function == null) {
                lastError.setInt(0, Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
                return 0;
            }
            wide.SetLastError(lastError.getInt(0));
            long result = function.call(new InboundCall(arguments, memory));
            lastError.setInt(0, wide.GetLastError());
            return result;
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "a call from C could not be answered", e);
            lastError.setInt(0, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
            return function == null ? 0 : function.failure(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        }
    }
}
