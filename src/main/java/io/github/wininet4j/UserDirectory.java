package io.github.wininet4j;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The folder in which the data of a user is kept if the host says nothing: the platform's folder of caches. */
final class UserDirectory {
    /** A system property that names another folder, for all engines of a JVM. */
    static final String PROPERTY = "wininet4j.directory";

    private static final String NAME = "wininet4j";

    private UserDirectory() {}

    static Path find() {
        return find(System.getProperties(), System.getenv());
    }

    static Path find(Properties properties, Map<String, String> environment) {
        String given = properties.getProperty(PROPERTY);
        if (given != null && !given.isEmpty()) {
            return Path.of(given);
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            return (local == null ? home.resolve("AppData").resolve("Local") : local).resolve(NAME);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve(NAME);
        }
        // A relative path there is to be ignored (XDG Base Directory Specification).
        Path base = absolute(environment.get("XDG_CACHE_HOME"));
        return (base == null ? home.resolve(".cache") : base).resolve(NAME);
    }

    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        Path named = Path.of(path);
        return named.isAbsolute() ? named : null;
    }
}
