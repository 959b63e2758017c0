package io.github.wininet4j.nativelib.capi;

import com.sun.jna.JNIEnv;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.logging.SafeLogger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The project's own library at work: as long as this is open, its C functions are answered by one {@link WinInet}.
 *
 * <p>The library calls {@link #call} by JNI, and binds the native methods when it is opened.
 */
public final class CLibrary implements AutoCloseable {
    private static final SafeLogger LOG = SafeLogger.of(CLibrary.class);
    private static final int VERSION = 3;

    /** What is open, by the number that the C side hands over. */
    private static final Map<Integer, CLibrary> OPEN = new ConcurrentHashMap<>();

    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final @Nullable NativeLibrary library;
    private final WinInet wide;
    private final CFunctions functions;
    private final int id;

    private CLibrary(@Nullable NativeLibrary library, String names, WinInet wide) {
        this.library = library;
        this.wide = wide;
        this.functions = new CFunctions(names, wide);
        this.id = LAST_ID.incrementAndGet();
        OPEN.put(id, this);
    }

    /**
     * Returns whether a library is the project's own.
     *
     * @param library a loaded library
     * @return true if it can be {@linkplain #open opened}
     */
    public static boolean isOwn(NativeLibrary library) {
        try {
            library.getFunction("wininet4j_install_java");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /**
     * Puts functions behind the C functions of a library.
     *
     * @param path the project's own library, or a copy of it that nothing else has opened
     * @param wide what answers
     * @return to be closed before {@code wide} is
     */
    public static CLibrary open(String path, WinInet wide) {
        NativeLibrary library = NativeLibrary.getInstance(path, Map.of(Library.OPTION_ALLOW_OBJECTS, true));
        int version = library.getFunction("wininet4j_version").invokeInt(new Object[0]);
        if (version != VERSION) {
            throw new IllegalStateException("the library has version " + version + ", needed is " + VERSION);
        }
        String names = library.getFunction("wininet4j_functions").invokeString(new Object[0], false);
        CLibrary opened = new CLibrary(library, names, wide);
        Object[] arguments = {JNIEnv.CURRENT, CLibrary.class, opened.id};
        if (library.getFunction("wininet4j_install_java").invokeInt(arguments) == 0) {
            OPEN.remove(opened.id);
            throw new IllegalStateException("the library is in use by other classes");
        }
        return opened;
    }

    /**
     * Is called by the library when a C program has made it start the JVM: an engine answers until the process ends.
     *
     * @param names its functions
     * @return the number for {@link #call}
     */
    static int start(String names) {
        try {
            Class.forName("com.sun.jna.Native", false, CLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // Every call needs it: said once instead.
            throw new IllegalStateException("no JNA: the folder lib belongs beside wininet4j.jar", e);
        }
        return new CLibrary(null, names, WinInets.engine(forCallbacksOfC(WinInetConfig.defaults()))).id;
    }

    /**
     * Lets callbacks wait: in C one keeps the thread that carries a virtual one, and there are few of those
     * (R-PROJ-CALL-6).
     *
     * @param config what the host decides
     * @return the configuration of an engine behind C functions
     */
    public static WinInetConfig forCallbacksOfC(WinInetConfig config) {
        Set<CompatibilitySwitch> switches = new HashSet<>(config.switches());
        switches.add(CompatibilitySwitch.WORKERS_ARE_SYSTEM_THREADS);
        return config.withSwitches(switches.toArray(new CompatibilitySwitch[0]));
    }

    /** Takes the functions away; calls fail from now on. */
    @Override
    public void close() {
        if (library != null) {
            library.getFunction("wininet4j_install").invokeVoid(new Object[] {null});
        }
        OPEN.remove(id);
    }

    /**
     * Calls a status callback of C.
     *
     * @param callback its address
     * @param handle the handle
     * @param context its context
     * @param status an {@code INTERNET_STATUS_*} value
     * @param information the address of what the status carries
     * @param length its length
     */
    static native void notify(long callback, long handle, long context, int status, long information, int length);

    /**
     * Reads memory that may not be there.
     *
     * @param to what to fill
     * @param from the address, on one page
     * @return how many bytes could be read, from the first on
     */
    static native int copy(byte[] to, long from);

    /** Answers a call from C. */
    @SuppressWarnings("unused") // C calls it.
    private static long call(
            int id,
            int function,
            int lastError,
            long lastErrorPlace,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i) {
        CLibrary open = OPEN.get(id);
        long[] arguments = {a, b, c, d, e, f, g, h, i};
        if (open != null) {
            return open.call(function, lastError, lastErrorPlace, arguments);
        }
        put(lastErrorPlace, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        return 0;
    }

    private static void put(long lastErrorPlace, int code) {
        new Pointer(lastErrorPlace).setInt(0, code);
    }

    private long call(int index, int lastError, long lastErrorPlace, long[] arguments) {
        CFunction function = null;
        // Nothing may be thrown into C.
        try {
            function = functions.get(index);
            if (function == null) {
                put(lastErrorPlace, Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
                return 0;
            }
            wide.SetLastError(lastError);
            long result = function.call(new InboundCall(arguments));
            put(lastErrorPlace, wide.GetLastError());
            return result;
        } catch (Throwable e) {
            LOG.log(Level.WARNING, () -> "a call from C could not be answered", e);
            put(lastErrorPlace, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
            return function == null ? 0 : function.failure(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        }
    }
}
