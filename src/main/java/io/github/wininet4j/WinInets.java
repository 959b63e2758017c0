package io.github.wininet4j;

import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TraceTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Where programs get their {@link WinInet}. */
public final class WinInets {
    /** The system property that {@link #preferred()} reads: a name of a back end, or the path of a wininet library. */
    public static final String PROPERTY = "wininet4j.backend";

    /**
     * The system property that has each back end {@linkplain #traced traced} from its opening:
     * {@value TraceTarget#STANDARD_ERROR}, {@value TraceTarget#FLIGHT_RECORDER}, or the path of a file; one that ends
     * with {@code .har} becomes an HTTP archive. Without it the environment variable {@code WININET4J_TRACE} counts.
     */
    public static final String TRACE_PROPERTY = "wininet4j.trace";

    /**
     * The system property that has the {@linkplain BackEnd#counters counters} of each engine told when it closes:
     * {@value TraceTarget#STANDARD_ERROR}, or the path of a file that a line is appended to.
     */
    public static final String COUNTERS_PROPERTY = "wininet4j.counters";

    private static final String ENGINE = "engine";
    private static final String NATIVE = "native";

    private WinInets() {}

    /**
     * Opens the back end that suits this machine: what the system property {@value #PROPERTY} says, else the system's
     * wininet.dll on Windows and the engine elsewhere.
     *
     * @return the back end
     * @throws IllegalArgumentException if the property names what cannot be opened here
     */
    public static BackEnd preferred() {
        return preferred(WinInetConfig.defaults());
    }

    /**
     * Opens the back end that suits this machine, as {@link #preferred()} does.
     *
     * @param config what the host decides, as far as the back end lets it
     * @return the back end
     * @throws IllegalArgumentException if the system property names what cannot be opened here
     */
    public static BackEnd preferred(WinInetConfig config) {
        String chosen = System.getProperty(PROPERTY);
        if (chosen == null) {
            boolean windows = System.getProperty("os.name", "").startsWith("Windows");
            return named(windows ? NATIVE : ENGINE, config);
        }
        return chosen(chosen, config);
    }

    /**
     * Opens what a user names.
     *
     * @param nameOrPath a name of a back end, or the path of a wininet library
     * @param config what the host decides, as far as the back end lets it
     * @return the back end
     * @throws IllegalArgumentException if it cannot be opened here
     */
    public static BackEnd chosen(String nameOrPath, WinInetConfig config) {
        return nameOrPath.equals(ENGINE) || nameOrPath.equals(NATIVE)
                ? named(nameOrPath, config)
                : named(NATIVE, config.withLibrary(nameOrPath));
    }

    /**
     * Opens the pure-Java engine with the default configuration.
     *
     * @return the engine
     */
    public static BackEnd engine() {
        return engine(WinInetConfig.defaults());
    }

    /**
     * Opens the pure-Java engine.
     *
     * @param config what the host decides
     * @return the engine
     */
    public static BackEnd engine(WinInetConfig config) {
        return named(ENGINE, config);
    }

    /**
     * Opens a back end by its name.
     *
     * @param id the name, see {@link #available()}
     * @param config what the host decides
     * @return the back end
     * @throws IllegalArgumentException if there is none of that name or it cannot be opened here
     */
    public static BackEnd named(String id, WinInetConfig config) {
        WinInetProvider own = own(id);
        if (own != null) {
            return open(own, config);
        }
        for (WinInetProvider provider : ServiceLoader.load(WinInetProvider.class, WinInets.class.getClassLoader())) {
            if (provider.id().equals(id)) {
                return open(provider, config);
            }
        }
        throw new IllegalArgumentException("no back end '" + id + "' here; available: " + available());
    }

    private static BackEnd open(WinInetProvider provider, WinInetConfig config) {
        String trace = System.getProperty(TRACE_PROPERTY);
        String counters = System.getProperty(COUNTERS_PROPERTY);
        List<TraceListener> listeners = new ArrayList<>();
        try {
            // Before the back end: a file that cannot be written shall not leave one behind.
            if (counters != null) {
                listeners.add(TraceTarget.counters(counters));
            }
            TraceListener tracing = trace == null ? HostEnvironment.ofProcess().openTrace() : TraceTarget.open(trace);
            if (tracing != null) {
                listeners.add(tracing);
            }
            BackEnd opened = provider.open(config);
            for (TraceListener listener : listeners) {
                opened = traced(opened, listener);
            }
            return opened;
        } catch (RuntimeException | Error e) {
            listeners.forEach(listener -> TracedBackEnd.told(listener::closed));
            throw e;
        }
    }

    /** The engine without a look for services, which on the class path costs much of the time to the first call. */
    private static @Nullable WinInetProvider own(String id) {
        if (!id.equals(ENGINE)) {
            return null;
        }
        try {
            return Class.forName("io.github.wininet4j.engine.JavaWinInetProvider")
                    .asSubclass(WinInetProvider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts a listener around a back end, which is told of each call and of each status that the program's callbacks
     * are told. {@code traced(backEnd, TraceListener.lines(System.err::println))} prints them.
     *
     * @param backEnd the back end; what the program uses from now on is the result
     * @param listener who is told
     * @return a back end that does what the other one does, and closes it
     */
    public static BackEnd traced(BackEnd backEnd, TraceListener listener) {
        return TracedBackEnd.over(backEnd, listener);
    }

    /**
     * Lists the back ends that can be opened here.
     *
     * @return their names
     */
    public static List<String> available() {
        List<String> ids = new ArrayList<>();
        for (WinInetProvider provider : ServiceLoader.load(WinInetProvider.class, WinInets.class.getClassLoader())) {
            if (provider.isAvailable()) {
                ids.add(provider.id());
            }
        }
        return ids;
    }
}
