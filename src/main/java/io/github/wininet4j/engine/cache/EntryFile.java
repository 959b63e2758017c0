package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The file that holds a response as far as it was read. The request and every lock have a share in it; with the last
 * share it is deleted (R-LOCK-1, R-LOCK-6).
 */
public final class EntryFile {
    private final Path path;
    private final FileChannel channel;
    private final AtomicInteger shares = new AtomicInteger(1);

    private EntryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates an empty file.
     *
     * @param directory where; made if missing
     * @return the file, with one share
     * @throws WinInetFailure {@code ERROR_INTERNET_UNABLE_TO_CACHE_FILE} if the file system refuses
     */
    public static EntryFile create(Path directory) {
        try {
            Files.createDirectories(directory);
            Path path = Files.createTempFile(directory, "response", ".tmp");
            return new EntryFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** What the file system refuses is no failure of the connection. */
    private static WinInetFailure refused(IOException cause) {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_UNABLE_TO_CACHE_FILE, cause);
    }

    /** Returns the path of the file. */
    public Path path() {
        return path;
    }

    /**
     * Appends bytes.
     *
     * @param bytes the array
     * @param offset first index
     * @param count how many
     * @throws WinInetFailure {@code ERROR_INTERNET_UNABLE_TO_CACHE_FILE} if the file system refuses
     */
    public void write(byte[] bytes, int offset, int count) {
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, count);
        try {
            while (source.hasRemaining()) {
                channel.write(source);
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Ends the writing.
     *
     * @throws WinInetFailure {@code ERROR_INTERNET_UNABLE_TO_CACHE_FILE} if the file system refuses
     */
    public void finish() {
        try {
            channel.close();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Takes one more share. */
    public void share() {
        shares.incrementAndGet();
    }

    /** Gives one share back and deletes the file with the last one. */
    public void release() {
        if (shares.decrementAndGet() == 0) {
            try {
                channel.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
