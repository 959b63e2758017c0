package io.github.wininet4j.engine.storage;

import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A folder of small files that any number of engines and processes share without a lock: a file is put in place by a
 * rename and is never changed, so the last writer of a name wins and no reader sees half a file.
 *
 * <p>Nothing that lies in the folder can stop a caller: only regular files up to a size are read, neither links nor
 * pipes, and what the file system refuses is logged once and leaves the caller without that file.
 */
public final class DataFolder {
    private static final SafeLogger LOG = SafeLogger.of(DataFolder.class);

    private static final String TEMPORARY_PREFIX = "new";
    private static final String TEMPORARY_SUFFIX = ".tmp";

    /** A writer that is alive has renamed its file long before. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final @Nullable Path folder;
    private final String suffix;
    private final int maxBytes;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** Takes a file that was read; returns whether it may stay. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes a file.
         *
         * @param name its name, without the suffix
         * @param content its bytes
         * @return false if it is of no use to anybody and is to be deleted
         */
        boolean read(String name, byte[] content);
    }

    /**
     * Creates access to a folder, which need not exist.
     *
     * @param folder where it is, or null if there is none: nothing is then read or kept
     * @param suffix the end of the names of its files
     * @param maxBytes the size above which a file is neither written nor read
     */
    public DataFolder(@Nullable Path folder, String suffix, int maxBytes) {
        this.folder = folder;
        this.suffix = suffix;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads all files, and deletes temporary files of writers that are gone.
     *
     * @param reader takes each file
     */
    public void readAll(Reader reader) {
        Path place = folder;
        if (place == null || !Files.isDirectory(place)) {
            return;
        }
        try {
            if (OwnFolder.isOwn(place)) {
                Interruption.postponed(() -> readOwn(place, reader));
            }
        } catch (IOException | DirectoryIteratorException e) {
            complain(e);
        }
    }

    private boolean readOwn(Path place, Reader reader) throws IOException {
        deleteAbandoned(place);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*" + suffix)) {
            for (Path file : files) {
                read(file, reader);
            }
        }
        return true;
    }

    private void read(Path file, Reader reader) {
        try {
            byte[] content = content(file);
            if (content == null) {
                complain(new IOException(file + " is no regular file, or is larger than " + maxBytes + " bytes"));
                return;
            }
            String name = file.getFileName().toString();
            if (!reader.read(name.substring(0, name.length() - suffix.length()), content)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Gone in the meantime, or not to be read: a file less.
            complain(e);
        }
    }

    /** Returns the bytes of a file, or null if it must not be read: opening a pipe would wait for its writer. */
    private byte @Nullable [] content(Path file) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (!attributes.isRegularFile() || attributes.size() > maxBytes) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            // It may have grown since.
            byte[] content = in.readNBytes(maxBytes + 1);
            return content.length > maxBytes ? null : content;
        }
    }

    private static void deleteAbandoned(Path place) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
            for (Path file : files) {
                BasicFileAttributes attributes = attributes(file);
                if (!attributes.isDirectory()
                        && attributes.lastModifiedTime().toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns whether there is a file.
     *
     * @param name its name, without the suffix
     * @return whether it exists
     */
    public boolean has(String name) {
        return folder != null && Files.isRegularFile(file(folder, name), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Replaces the file of that name. Content that is too large only removes the old file.
     *
     * @param name its name, without the suffix
     * @param content its bytes
     */
    public void replace(String name, byte[] content) {
        Path place = folder;
        if (place == null) {
            return;
        }
        if (content.length > maxBytes) {
            complain(new IOException(content.length + " bytes are too many for a file in " + place));
            delete(name);
            return;
        }
        try {
            put(place, name, content);
        } catch (IOException e) {
            complain(e);
        }
    }

    /**
     * Replaces the file of that name, for a caller who has to know whether it is kept.
     *
     * @param name its name, without the suffix
     * @param content its bytes, not too many
     * @throws IOException if the file system refuses; the old file is then there
     */
    public void put(String name, byte[] content) throws IOException {
        Path place = folder;
        if (place != null) {
            put(place, name, content);
        }
    }

    private void put(Path place, String name, byte[] content) throws IOException {
        OwnFolder.make(place);
        Interruption.postponed(() -> {
            WholeFile.replace(file(place, name), TEMPORARY_PREFIX, TEMPORARY_SUFFIX, content);
            return true;
        });
    }

    /**
     * Deletes a file, if it is there.
     *
     * @param name its name, without the suffix
     */
    public void delete(String name) {
        try {
            remove(name);
        } catch (IOException e) {
            complain(e);
        }
    }

    /**
     * Deletes a file, if it is there, for a caller who has to know whether it is gone.
     *
     * @param name its name, without the suffix
     * @throws IOException if the file system refuses
     */
    public void remove(String name) throws IOException {
        if (folder != null) {
            Files.deleteIfExists(file(folder, name));
        }
    }

    private Path file(Path place, String name) {
        return place.resolve(name + suffix);
    }

    private void complain(Exception cause) {
        if (!Interruption.isCauseOf(cause) && complained.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, () -> "not everything is kept on disk or read from there: " + folder, cause);
        }
    }
}
