package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are put in place by a rename, so that nobody reads half of one. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Makes or replaces a file.
     *
     * @param file the file
     * @param prefix how the name of the temporary file beside it begins
     * @param suffix how that name ends
     * @param content its bytes
     * @throws IOException if the file system refuses; the file is then as it was
     */
    public static void replace(Path file, String prefix, String suffix, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), prefix, suffix);
        boolean done = false;
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
