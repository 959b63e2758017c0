package io.github.wininet4j;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Where programs get their {@link WinInet}. */
public final class WinInets {
    private WinInets() {}

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
        return named("engine", config);
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
        for (WinInetProvider provider : ServiceLoader.load(WinInetProvider.class, WinInets.class.getClassLoader())) {
            if (provider.id().equals(id) && provider.isAvailable()) {
                return provider.open(config);
            }
        }
        throw new IllegalArgumentException("no back end '" + id + "' here; available: " + available());
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
