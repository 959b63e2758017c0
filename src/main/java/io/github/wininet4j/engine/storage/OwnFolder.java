package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder with secrets: other users can neither read what is in it nor put files of their own there. */
public final class OwnFolder {
    private OwnFolder() {}

    /**
     * Makes the folder unless it is there.
     *
     * @param folder where
     * @throws IOException if it cannot be made, or belongs to another user
     */
    public static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (isPosix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } else if (!isOwn(folder)) {
            throw new IOException(folder + " belongs to another user");
        }
    }

    /**
     * Returns whether a folder belongs to this user, as far as that can be told.
     *
     * @param folder the folder, which exists
     * @return false if it is another user's
     * @throws IOException if its owner cannot be read
     */
    public static boolean isOwn(Path folder) throws IOException {
        String user = System.getProperty("user.name", "?");
        return !isPosix(folder)
                || user.equals("?")
                || Files.getOwner(folder).getName().equals(user);
    }

    private static boolean isPosix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }
}
