package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Files that are put in place by a rename, so that nobody reads half of one. */
public final class WholeFile {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static final FileAttribute<Set<PosixFilePermission>> OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<?>[] NONE = {};
    private static final int ATTEMPTS = 100;

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
        for (int i = 0; ; i++) {
            String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
            Path temporary = file.resolveSibling(prefix + random + suffix);
            FileChannel channel;
            try {
                channel = create(temporary);
            } catch (FileAlreadyExistsException e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
                continue;
            }
            fill(channel, temporary, file, content);
            return;
        }
    }

    /**
     * Creates a file that only its owner can read.
     *
     * @param file the file, which must not exist
     * @return a channel to write to it
     * @throws IOException if the file system refuses
     */
    public static FileChannel create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return FileChannel.open(file, NEW, posix ? new FileAttribute<?>[] {OF_OWNER} : NONE);
    }

    private static void fill(FileChannel channel, Path temporary, Path file, byte[] content) throws IOException {
        boolean done = false;
        try {
            try (channel) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
