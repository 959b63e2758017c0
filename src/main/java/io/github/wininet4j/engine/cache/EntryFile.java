package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.storage.Interruption;
import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds a response as far as it was read. The request and every lock have a share in it; with the last
 * share it is deleted (R-LOCK-1, R-LOCK-6), unless it has become the body of a cache entry, which is then given up.
 */
public final class EntryFile {
    private static final SafeLogger LOG = SafeLogger.of(EntryFile.class);

    private final Path path;
    private final @Nullable FileChannel writing;
    /** Guards the rest. */
    private final ReentrantLock sharing = new ReentrantLock();

    private int shares = 1;
    private boolean promised;
    private boolean discarded;
    private @Nullable FileChannel reading;
    private @Nullable ClaimSource entry;
    private @Nullable AutoCloseable claim;

    /** Keeps the body of a cache entry from being deleted. */
    @FunctionalInterface
    public interface ClaimSource {
        /**
         * Claims it.
         *
         * @return what undoes that
         * @throws IOException if the entry is gone
         */
        AutoCloseable claim() throws IOException;
    }

    private EntryFile(Path path, @Nullable FileChannel writing, @Nullable ClaimSource entry) {
        this.path = path;
        this.writing = writing;
        this.entry = entry;
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
            return open(Files.createTempFile(directory, "response", ".tmp"));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Opens an empty file to write to.
     *
     * @param path the file
     * @return the file, with one share
     * @throws WinInetFailure {@code ERROR_INTERNET_UNABLE_TO_CACHE_FILE} if the file system refuses
     */
    public static EntryFile open(Path path) {
        try {
            return new EntryFile(path, FileChannel.open(path, StandardOpenOption.WRITE), null);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Stands for the body of an entry.
     *
     * @param path the file
     * @param entry claims it when somebody is promised the file
     * @return the file, with one share
     */
    public static EntryFile stored(Path path, ClaimSource entry) {
        return new EntryFile(path, null, entry);
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
        FileChannel channel = writing;
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, count);
        try {
            while (channel != null && source.hasRemaining()) {
                Interruption.postponed(() -> channel.write(source));
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Ends the writing.
     *
     * @return the size of the file in bytes
     * @throws WinInetFailure {@code ERROR_INTERNET_UNABLE_TO_CACHE_FILE} if the file system refuses
     */
    public long finish() {
        FileChannel channel = writing;
        if (channel != null && channel.isOpen()) {
            try (channel) {
                return Interruption.postponed(channel::size);
            } catch (IOException e) {
                throw refused(e);
            }
        }
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Reads what is in the file.
     *
     * @param position from where on, in bytes
     * @param target where to
     * @return how many bytes; 0 if there are none
     */
    public int read(long position, ByteBuffer target) {
        sharing.lock();
        try {
            FileChannel known = reading;
            // An interrupt that comes meanwhile closes it.
            FileChannel channel =
                    known == null || !known.isOpen() ? FileChannel.open(path, StandardOpenOption.READ) : known;
            reading = channel;
            return Math.max(Interruption.postponed(() -> channel.read(target, position)), 0);
        } catch (IOException e) {
            // Deleted, or not to be read: then it is of no help.
            return 0;
        } finally {
            sharing.unlock();
        }
    }

    /** The file has become the body of an entry, with which it goes from now on. */
    public void becomeStored(ClaimSource source) {
        sharing.lock();
        try {
            entry = source;
            if (shares > 1 || promised) {
                claim = claimed(source);
            }
        } finally {
            sharing.unlock();
        }
    }

    private static @Nullable AutoCloseable claimed(ClaimSource source) {
        try {
            return source.claim();
        } catch (IOException e) {
            // Deleted by another process in between.
            return null;
        }
    }

    /**
     * Empties a file that nobody but the request knows, as it will not become the body of an entry. It is no response
     * file any more.
     *
     * @return false if somebody has a share or knows the name: the file stays as it is
     */
    public boolean discard() {
        sharing.lock();
        try {
            if (shares > 1 || promised) {
                return false;
            }
            discarded = true;
        } finally {
            sharing.unlock();
        }
        quietly(this::empty);
        return true;
    }

    private void empty() throws IOException {
        if (writing != null) {
            writing.truncate(0);
        }
    }

    /** Returns whether it was discarded. */
    public boolean isDiscarded() {
        sharing.lock();
        try {
            return discarded;
        } finally {
            sharing.unlock();
        }
    }

    private void requireKept() {
        if (discarded) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
    }

    /**
     * Takes one more share.
     *
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} if it was discarded
     */
    public void share() {
        sharing.lock();
        try {
            requireKept();
            shares++;
            if (entry != null && claim == null) {
                claim = claimed(entry);
            }
        } finally {
            sharing.unlock();
        }
    }

    /**
     * Keeps the file as long as there are shares, because its name was given away (R-OPTN-33).
     *
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} if it was discarded
     */
    public void promise() {
        sharing.lock();
        try {
            requireKept();
            promised = true;
            if (entry != null && claim == null) {
                claim = claimed(entry);
            }
        } finally {
            sharing.unlock();
        }
    }

    /** Gives one share back; the last one deletes the file, or gives up the entry. */
    public void release() {
        boolean last;
        sharing.lock();
        try {
            last = --shares == 0;
        } finally {
            sharing.unlock();
        }
        if (last) {
            end();
        }
    }

    /** A file that cannot be deleted stays; what one step meets is no matter of the others. */
    private void end() {
        quietly(writing);
        quietly(reading);
        if (entry == null) {
            quietly(() -> Files.deleteIfExists(path));
        } else {
            quietly(claim);
        }
    }

    private void quietly(@Nullable AutoCloseable step) {
        try {
            if (step != null) {
                step.close();
            }
        } catch (Exception e) {
            if (!CacheClosedException.isEnd(e)) {
                LOG.log(Level.WARNING, () -> "a response file cannot be given up: " + path, e);
            }
        }
    }
}
