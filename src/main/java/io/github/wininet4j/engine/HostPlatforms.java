package io.github.wininet4j.engine;

import io.github.wininet4j.host.HostPlatform;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds what the operating system adds; nothing is searched for where there is nothing to find. */
final class HostPlatforms {
    private HostPlatforms() {}

    static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    static Optional<HostPlatform> current() {
        return isWindows()
                ? ServiceLoader.load(HostPlatform.class, HostPlatforms.class.getClassLoader())
                        .findFirst()
                : Optional.empty();
    }
}
