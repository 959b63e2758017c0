package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.logging.SafeLogger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a C program decides for the engine: environment variables, read when the first call starts it. A value that
 * means nothing is logged, and is as if it were not there.
 */
final class HostEnvironment {
    private static final SafeLogger LOG = SafeLogger.of(HostEnvironment.class);

    /** Names of {@link CompatibilitySwitch}, separated by commas or spaces. */
    private static final String SWITCHES = "WININET4J_SWITCHES";

    /** {@code shared}, {@code engine}, {@code none}, or the absolute path of a folder. */
    private static final String CACHE = "WININET4J_CACHE";

    /** The absolute path of the data directory. */
    private static final String DIRECTORY = "WININET4J_DIRECTORY";

    private HostEnvironment() {}

    static WinInetConfig config(Map<String, String> environment) {
        WinInetConfig config =
                WinInetConfig.defaults().withSwitches(switches(environment).toArray(CompatibilitySwitch[]::new));
        CachePlace cache = cache(environment);
        if (cache != null) {
            config = config.withCache(cache);
        }
        Path directory = folder(environment, DIRECTORY);
        return directory == null ? config : config.withDataDirectory(directory);
    }

    private static Set<CompatibilitySwitch> switches(Map<String, String> environment) {
        Set<CompatibilitySwitch> set = EnumSet.noneOf(CompatibilitySwitch.class);
        for (String name : value(environment, SWITCHES).split("[,\\s]+", -1)) {
            if (!name.isEmpty()) {
                try {
                    set.add(CompatibilitySwitch.valueOf(name.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    complain(SWITCHES, name);
                }
            }
        }
        return set;
    }

    private static @Nullable CachePlace cache(Map<String, String> environment) {
        return switch (value(environment, CACHE).toLowerCase(Locale.ROOT)) {
            case "", "shared" -> null;
            case "engine" -> CachePlace.OF_ENGINE;
            case "none" -> CachePlace.NONE;
            default -> {
                Path folder = folder(environment, CACHE);
                yield folder == null ? null : CachePlace.at(folder);
            }
        };
    }

    private static @Nullable Path folder(Map<String, String> environment, String variable) {
        String value = value(environment, variable);
        try {
            Path folder = value.isEmpty() ? null : Path.of(value);
            if (folder == null || folder.isAbsolute()) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // As one that is relative to a folder that the program may change.
        }
        complain(variable, value);
        return null;
    }

    private static String value(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").strip();
    }

    private static void complain(String variable, String value) {
        LOG.log(Level.WARNING, () -> variable + ": " + value + " means nothing here");
    }
}
