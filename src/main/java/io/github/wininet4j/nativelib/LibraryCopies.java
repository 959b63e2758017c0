package io.github.wininet4j.nativelib;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Copies of the project's own library. A loaded library has one set of functions behind it; back ends that are open at
 * the same time need one library each. A copy that is given back is used again, since a library stays loaded.
 */
final class LibraryCopies {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<String>> free = new HashMap<>();

    /** Returns the path of a copy of its own. */
    String take(String original) {
        lock.lock();
        try {
            String copy =
                    free.computeIfAbsent(original, key -> new ArrayDeque<>()).poll();
            return copy == null ? copy(Path.of(original)) : copy;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(String original, String copy) {
        lock.lock();
        try {
            free.computeIfAbsent(original, key -> new ArrayDeque<>()).push(copy);
        } finally {
            lock.unlock();
        }
    }

    private static String copy(Path original) {
        try {
            Path folder = Files.createTempDirectory("wininet4j");
            Path copy = folder.resolve(original.getFileName().toString());
            Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
            // The last registered is deleted first; the folder has to be empty by then.
            folder.toFile().deleteOnExit();
            copy.toFile().deleteOnExit();
            return copy.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no copy of " + original, e);
        }
    }
}
