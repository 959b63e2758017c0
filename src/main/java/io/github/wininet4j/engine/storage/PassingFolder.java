package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of one engine that is gone when the engine is. One whose process was killed goes when the next engine makes
 * its own (R-PROJ-CACHE-21): as long as it is used, a file in it is locked.
 */
public final class PassingFolder implements AutoCloseable {
    /** A file system in memory, where there is one. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String PREFIX = "wininet4j-";
    private static final String OWNER = "owner.lock";

    private final Path path;
    private final FileChannel owner;

    private PassingFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    /** Makes the folder in memory, or where temporary files are; null if there is no place for it. */
    public static @Nullable PassingFolder make() {
        return make(Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Makes the folder in another one.
     *
     * @param place where
     * @return the folder, or null if it cannot be made
     */
    public static @Nullable PassingFolder make(Path place) {
        sweep(place);
        try {
            Path folder = Files.createTempDirectory(place, prefix());
            Path unlocked = folder.resolve("owner.new");
            FileChannel owner = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            owner.tryLock();
            // Whoever finds it under its name finds it locked.
            Files.move(unlocked, folder.resolve(OWNER));
            return new PassingFolder(folder, owner);
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (IOException e) {
            // The lock ends with the process.
        }
        delete(path);
    }

    /** The number of the process is in the name, since locks are seen by other processes only. */
    private static String prefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    private static void sweep(Path place) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.getFileName().toString().startsWith(prefix()) && isLeft(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What cannot be listed can stay.
        }
    }

    /** Whether its process is gone. A folder without the file is one that is just being made. */
    private static boolean isLeft(Path folder) {
        Path file = folder.resolve(OWNER);
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !OwnFolder.isOwn(folder)
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // The system clears such folders.
        }
    }
}
