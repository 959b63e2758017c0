package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A folder with secrets: other users can neither read what is in it nor put files of their own there. */
public final class OwnFolder {
    /** What the file system knows of files in the way of Unix. */
    private static final String UNIX = "unix";

    /** The number of the user by which the kernel judges what this process may do with files; null if it is unknown. */
    private static final @Nullable Integer USER = number(Path.of("/proc/self/status"));

    private static final String NUMBERS = "Uid:";
    /** Behind the real, the effective and the saved user. */
    private static final int OF_FILES = 4;

    private OwnFolder() {}

    /** Reads the number of a process's user; null if it does not say. */
    static @Nullable Integer number(Path status) {
        try {
            for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
                String[] words = line.split("\\s+");
                if (words[0].equals(NUMBERS) && words.length > OF_FILES) {
                    return Integer.parseUnsignedInt(words[OF_FILES]);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // No such system.
        }
        return null;
    }

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
        // Names can be looked up wrongly, or not at all while the server of an LDAP is away.
        if (USER != null && folder.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
            return USER.equals(Files.getAttribute(folder, UNIX + ":uid"));
        }
        String user = System.getProperty("user.name", "?");
        return !isPosix(folder)
                || user.equals("?")
                || Files.getOwner(folder).getName().equals(user);
    }

    private static boolean isPosix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }
}
