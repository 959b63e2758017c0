package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of one engine that is gone when the engine is. */
final class PassingFolder {
    /** A file system in memory, where there is one. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String PREFIX = "wininet4j";

    private PassingFolder() {}

    /** Makes the folder; null if there is no place for it. */
    static @Nullable Path make() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, PREFIX)
                    : Files.createTempDirectory(PREFIX);
        } catch (IOException e) {
            return null;
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // The system clears such folders.
        }
    }
}
