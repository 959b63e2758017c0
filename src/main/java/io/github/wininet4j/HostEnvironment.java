package io.github.wininet4j;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TraceTarget;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the user of a program decides for the engines whose host says nothing: environment variables (R-PROJ-HOST-1). A
 * value that means nothing is logged, and is as if it were not there.
 *
 * @param isIsolated whether an engine keeps to itself
 * @param switches behaviour that departs from the default
 * @param cache where responses are kept, or null for the default
 * @param directory the data directory, or null for the default
 * @param completion makes the policy of one engine, or null for the default
 * @param trace where calls and statuses are told, or null
 */
record HostEnvironment(
        boolean isIsolated,
        Set<CompatibilitySwitch> switches,
        @Nullable CachePlace cache,
        @Nullable Path directory,
        @Nullable Supplier<CompletionPolicy> completion,
        @Nullable String trace) {
    private static final SafeLogger LOG = SafeLogger.of(HostEnvironment.class);

    /** {@code 1} or {@code 0}. */
    private static final String ISOLATED = "WININET4J_ISOLATED";

    /** Names of {@link CompatibilitySwitch}, separated by commas or spaces. */
    private static final String SWITCHES = "WININET4J_SWITCHES";

    /** {@code shared}, {@code engine}, {@code none}, or the absolute path of a folder. */
    private static final String CACHE = "WININET4J_CACHE";

    /** The absolute path of the data directory. */
    private static final String DIRECTORY = "WININET4J_DIRECTORY";

    /** {@code natural}, {@code at_once}, {@code pending}, {@code mixed}, or the seed of a mix. */
    private static final String COMPLETION = "WININET4J_COMPLETION";

    /** What {@code TraceTarget} takes. */
    private static final String TRACE = "WININET4J_TRACE";

    /** The process's own, which Java reads once. */
    private static final class OfProcess {
        static final HostEnvironment VARIABLES = of(System.getenv());
    }

    static HostEnvironment ofProcess() {
        return OfProcess.VARIABLES;
    }

    static HostEnvironment of(Map<String, String> variables) {
        String trace = value(variables, TRACE);
        return new HostEnvironment(
                isSet(variables, ISOLATED),
                switches(variables),
                cache(variables),
                folder(variables, DIRECTORY, "an absolute path"),
                completion(variables),
                trace.isEmpty() ? null : trace);
    }

    /** Makes the configuration of an engine whose host says nothing. */
    WinInetConfig config() {
        WinInetConfig config = isIsolated ? WinInetConfig.isolated() : WinInetConfig.builtIn();
        if (!switches.isEmpty()) {
            config = config.withSwitches(switches.toArray(CompatibilitySwitch[]::new));
        }
        if (cache != null) {
            config = config.withCache(cache);
        }
        if (completion != null) {
            config = config.withCompletionPolicy(completion.get());
        }
        return directory == null ? config : config.withDataDirectory(directory);
    }

    /** Opens where calls and statuses are told, or returns null, also if a file cannot be written. */
    @Nullable
    TraceListener openTrace() {
        if (trace == null) {
            return null;
        }
        try {
            return TraceTarget.open(trace);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, () -> TRACE + ": " + e.getMessage());
            return null;
        }
    }

    private static boolean isSet(Map<String, String> variables, String name) {
        String value = value(variables, name);
        return switch (value) {
            case "1" -> true;
            case "0", "" -> false;
            default -> {
                complain(name, value, "1 or 0");
                yield false;
            }
        };
    }

    private static Set<CompatibilitySwitch> switches(Map<String, String> variables) {
        Set<CompatibilitySwitch> set = EnumSet.noneOf(CompatibilitySwitch.class);
        for (String name : value(variables, SWITCHES).split("[,\\s]+", -1)) {
            if (!name.isEmpty()) {
                try {
                    set.add(CompatibilitySwitch.valueOf(name.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    complain(SWITCHES, name, "names of CompatibilitySwitch");
                }
            }
        }
        return set;
    }

    private static @Nullable CachePlace cache(Map<String, String> variables) {
        return switch (value(variables, CACHE).toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "shared" -> CachePlace.SHARED;
            case "engine" -> CachePlace.OF_ENGINE;
            case "none" -> CachePlace.NONE;
            default -> {
                Path folder = folder(variables, CACHE, "shared, engine, none or an absolute path");
                yield folder == null ? null : CachePlace.at(folder);
            }
        };
    }

    private static @Nullable Path folder(Map<String, String> variables, String variable, String expected) {
        String value = value(variables, variable);
        try {
            Path folder = value.isEmpty() ? null : Path.of(value);
            if (folder == null || folder.isAbsolute()) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // As one that is relative to a folder that the program may change.
        }
        complain(variable, value, expected);
        return null;
    }

    private static @Nullable Supplier<CompletionPolicy> completion(Map<String, String> variables) {
        String value = value(variables, COMPLETION).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> null;
            case "natural" -> () -> CompletionPolicy.NATURAL;
            case "at_once" -> () -> CompletionPolicy.always(CompletionPolicy.Outcome.AT_ONCE);
            case "pending" -> () -> CompletionPolicy.always(CompletionPolicy.Outcome.PENDING);
            case "mixed" -> {
                long seed = System.nanoTime() & Integer.MAX_VALUE;
                // Who wants to see the same again needs the number.
                LOG.log(Level.INFO, () -> COMPLETION + ": mixed by the seed " + seed);
                yield () -> CompletionPolicy.seeded(seed);
            }
            default -> seeded(value);
        };
    }

    private static @Nullable Supplier<CompletionPolicy> seeded(String value) {
        try {
            long seed = Long.parseLong(value);
            return () -> CompletionPolicy.seeded(seed);
        } catch (NumberFormatException e) {
            complain(COMPLETION, value, "natural, at_once, pending, mixed or a number");
            return null;
        }
    }

    private static String value(Map<String, String> variables, String variable) {
        return variables.getOrDefault(variable, "").strip();
    }

    private static void complain(String variable, String value, String expected) {
        LOG.log(Level.WARNING, () -> variable + ": " + value + " is ignored; expected " + expected);
    }
}
