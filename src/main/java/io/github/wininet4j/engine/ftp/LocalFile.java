package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of this machine that is copied to or from a server. What the file system refuses has its Win32 error; an
 * interrupt of the thread is left to what waits for the server.
 */
final class LocalFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private LocalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes or empties a file (R-FTP-15).
     *
     * @throws WinInetFailure {@code ERROR_FILE_EXISTS} if it exists and must not (R-FTP-14), and what else is wrong
     */
    static LocalFile create(String name, boolean mustBeNew) {
        Path path = path(name);
        try {
            return new LocalFile(
                    path,
                    mustBeNew
                            ? FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)
                            : FileChannel.open(
                                    path,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING));
        } catch (FileAlreadyExistsException e) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_EXISTS, e);
        } catch (NoSuchFileException e) {
            throw new WinInetFailure(Win32Error.ERROR_PATH_NOT_FOUND, e);
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED, e);
        }
    }

    /**
     * Opens a file to read.
     *
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} if there is none (R-FTP-17), {@code ERROR_ACCESS_DENIED} if
     *     it is a folder or must not be read
     */
    static LocalFile open(String name) {
        Path path = path(name);
        try {
            if (Files.isDirectory(path)) {
                throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED);
            }
            return new LocalFile(path, FileChannel.open(path, StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND, e);
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED, e);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_NAME, e);
        }
    }

    void write(byte[] bytes, int length) {
        ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (source.hasRemaining()) {
                Interruption.postponed(() -> channel.write(source));
            }
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_DISK_FULL, e);
        }
    }

    /** Reads into an array; -1 at the end. */
    int read(byte[] bytes) {
        try {
            return Interruption.postponed(() -> channel.read(ByteBuffer.wrap(bytes)));
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_READ_FAULT, e);
        }
    }

    /**
     * Ends the writing, and sets what attributes the file system knows.
     *
     * @throws WinInetFailure {@code ERROR_DISK_FULL} if not all could be written
     */
    void finish(int attributes) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_DISK_FULL, e);
        }
        if ((attributes & Win32File.FILE_ATTRIBUTE_READONLY) != 0) {
            // A file system that has no such thing has none of its files read-only.
            path.toFile().setReadOnly();
        }
    }

    /** Closes and deletes it (R-FTP-15); what a link leads to is emptied, and a device or pipe stays as it is. */
    void delete() {
        boolean plain = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        try (channel) {
            if (!plain && Files.isRegularFile(path)) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            // The failure that led here counts.
        }
        try {
            if (plain) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // As above.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was read, or is about to be deleted.
        }
    }
}
