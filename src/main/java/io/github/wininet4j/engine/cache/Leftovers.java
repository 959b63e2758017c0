package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Files that nobody will finish or refer to: their writers ended before they could. */
final class Leftovers {
    private Leftovers() {}

    /** Deletes regular files and links of a pattern that were not written since a point in time. */
    static void delete(Path folder, String pattern, long olderThanMillis, Predicate<String> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                if (which.test(file.getFileName().toString()) && isOld(file, olderThanMillis)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isOld(Path file, long olderThanMillis) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return !attributes.isDirectory() && attributes.lastModifiedTime().toMillis() < olderThanMillis;
        } catch (IOException e) {
            return false;
        }
    }
}
