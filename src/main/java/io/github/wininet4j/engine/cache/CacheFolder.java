package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.OwnFolder;
import io.github.wininet4j.engine.storage.PassingFolder;
import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The folder of a cache: made when it is first needed, and shared from then on with all that use it. */
final class CacheFolder implements AutoCloseable {
    private static final SafeLogger LOG = SafeLogger.of(UrlCache.class);

    private static final List<String> PARTS = List.of("entries", "content", "locks", "groups", "containers");

    /** For how long a folder that is not there is taken to be made by no other process. */
    private static final long ABSENCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final @Nullable Path path;
    /** What goes with the engine, or null. */
    private final @Nullable PassingFolder passing;

    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile @Nullable SharedFolder shared;
    private volatile boolean closed;
    private volatile boolean made;
    private volatile long nextLook = System.nanoTime();

    CacheFolder(@Nullable Path path, @Nullable PassingFolder passing) {
        this.path = path == null ? null : path.toAbsolutePath().normalize();
        this.passing = passing;
    }

    boolean isOn() {
        return path != null && !closed;
    }

    /** Whether it goes with the engine. */
    boolean isPassing() {
        return passing != null;
    }

    /** Whether there may be entries. */
    boolean exists() {
        return seen() != null;
    }

    /**
     * Joins the users of the folder if it is there. One that was not there a moment ago is only looked for if an engine
     * of this process uses it by now.
     */
    @Nullable
    SharedFolder seen() {
        SharedFolder joined = shared;
        Path place = path;
        if (joined != null || place == null || closed) {
            return joined;
        }
        long now = System.nanoTime();
        if (!SharedFolder.isUsed(place)) {
            if (now - nextLook < 0) {
                return null;
            }
            nextLook = now + ABSENCE;
            if (!Files.isDirectory(place)) {
                return null;
            }
        }
        return join(place);
    }

    private @Nullable SharedFolder join(Path place) {
        opening.lock();
        try {
            if (shared == null && !closed) {
                shared = SharedFolder.join(place);
            }
            return shared;
        } finally {
            opening.unlock();
        }
    }

    /** Whether it was opened, and not closed since. */
    boolean isOpen() {
        return made && !closed;
    }

    /** Makes the folder and joins its users; nothing of it is followed elsewhere. */
    SharedFolder open() throws IOException {
        SharedFolder joined = shared;
        if (joined != null && made) {
            return joined;
        }
        Path place = path;
        if (place == null || closed) {
            throw new CacheClosedException();
        }
        opening.lock();
        try {
            make(place);
            made = true;
            joined = join(place);
        } finally {
            opening.unlock();
        }
        if (joined == null) {
            throw new CacheClosedException();
        }
        return joined;
    }

    private static void make(Path place) throws IOException {
        OwnFolder.make(place);
        for (String part : PARTS) {
            Path inner = place.resolve(part);
            Files.createDirectories(inner);
            if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(inner + " is a link");
            }
        }
    }

    /** Logs once that the file system refuses what a cache needs; the end of an engine or a thread is no refusal. */
    void complain(Exception cause) {
        if (isOn() && !CacheClosedException.isEnd(cause) && complained.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, () -> "the URL cache cannot be used: " + path, cause);
        }
    }

    @Override
    public void close() {
        SharedFolder joined;
        opening.lock();
        try {
            closed = true;
            joined = shared;
            shared = null;
        } finally {
            opening.unlock();
        }
        if (joined != null) {
            joined.close();
        }
        if (passing != null) {
            passing.close();
        }
    }
}
