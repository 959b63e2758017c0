package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.Interruption;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the engines of this JVM hold of one cache folder together. The operating system's locks on files belong to a
 * process and end when any channel on the file is closed, so two engines must not take them independently.
 *
 * <p>A claim keeps a file from being deleted. It is a shared lock on a file beside it: however a process ends, its
 * claims end with it.
 */
final class SharedFolder implements AutoCloseable {
    /** A process that holds the folder longer than this is stopped or stuck; its changes are safe even then. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    /** How long one is waited for that was found stuck, so that it delays one call and not each (R-PROJ-CACHE-13). */
    private static final long PATIENCE_WITH_STUCK = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);
    private static final String CLAIM_SUFFIX = ".lock";

    /** Static since it is about this process and not about an engine. */
    private static final ConcurrentHashMap<Path, SharedFolder> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private record Claim(FileChannel channel, int count) {}

    private final Path folder;
    private final Path claims;
    /** Guards everything here; held while files are renamed and locked, which waits for no peer. */
    private final ReentrantLock changing = new ReentrantLock();

    private final EntryFilter filter;
    private final Map<String, Claim> claimed = new HashMap<>();
    private int users;
    private boolean held;
    private boolean left;
    /** Whether the folder was not to be had the last time. */
    private boolean stuck;

    private @Nullable FileChannel gate;

    private SharedFolder(Path folder) {
        this.folder = folder;
        this.claims = folder.resolve("locks");
        this.filter = new EntryFilter(folder);
    }

    /** Whether an engine of this JVM uses a folder. */
    static boolean isUsed(Path absolute) {
        return OF_THIS_PROCESS.containsKey(absolute);
    }

    /** Joins the users of a folder in this JVM. */
    static SharedFolder join(Path absolute) {
        return OF_THIS_PROCESS.compute(absolute, (path, known) -> {
            SharedFolder shared = known == null ? new SharedFolder(path) : known;
            shared.users++;
            return shared;
        });
    }

    /** Says which URLs have no entry. */
    EntryFilter filter() {
        return filter;
    }

    /** Leaves it. */
    @Override
    public void close() {
        OF_THIS_PROCESS.computeIfPresent(folder, (path, known) -> {
            if (--known.users > 0) {
                return known;
            }
            known.closeFiles();
            return null;
        });
    }

    private void closeFiles() {
        changing.lock();
        try {
            left = true;
            filter.close();
            if (gate != null) {
                gate.close();
            }
            for (Claim claim : claimed.values()) {
                claim.channel.close();
            }
        } catch (IOException e) {
            // The locks end with the process.
        } finally {
            gate = null;
            claimed.clear();
            changing.unlock();
        }
    }

    /**
     * Runs a change of the folder while no other process makes one. An interrupt waits for its end, which is near.
     *
     * @param work the change
     * @return its result
     * @throws IOException if the file system refuses
     */
    <T> T change(Interruption.Work<T> work) throws IOException {
        changing.lock();
        try {
            if (changing.getHoldCount() > 1) {
                return work.run();
            }
            if (left) {
                throw new CacheClosedException();
            }
            return Interruption.postponed(() -> runAlone(work));
        } finally {
            changing.unlock();
        }
    }

    private <T> T runAlone(Interruption.Work<T> work) throws IOException {
        FileLock lock = enter();
        held = lock != null;
        try {
            return work.run();
        } finally {
            held = false;
            if (lock != null) {
                lock.release();
            }
        }
    }

    /** Whether the work that runs now is the only one on the folder. For that work. */
    boolean isHeld() {
        return held;
    }

    /** Waits for its turn, but not for ever: each file is whole by itself, so the worst is a file too many. */
    private @Nullable FileLock enter() throws IOException {
        FileChannel channel = gate;
        if (channel == null || !channel.isOpen()) {
            channel = openLockFile(folder.resolve("change" + CLAIM_SUFFIX));
            gate = channel;
        }
        long end = System.nanoTime() + (stuck ? PATIENCE_WITH_STUCK : PATIENCE);
        FileLock held = tryLock(channel, false);
        if (held == null) {
            WorkerThreads.beforeBlocking();
        }
        while (held == null && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
            held = tryLock(channel, false);
        }
        stuck = held == null;
        return held;
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            // Another copy of these classes in this JVM has it.
            return null;
        }
    }

    private static FileChannel openLockFile(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
    }

    /** Claims a file by its name, once more if it is claimed already. */
    void claim(String name) throws IOException {
        change(() -> {
            Claim known = claimed.get(name);
            if (known == null) {
                Files.createDirectories(claims);
                FileChannel channel = openLockFile(sidecar(name));
                // The folder is held, so nobody is just looking whether the file is free.
                tryLock(channel, true);
                claimed.put(name, new Claim(channel, 1));
            } else {
                claimed.put(name, new Claim(known.channel, known.count + 1));
            }
            return true;
        });
    }

    /** Undoes one claim; returns whether nobody has one any more. */
    boolean release(String name) throws IOException {
        return change(() -> {
            Claim known = claimed.get(name);
            if (known != null && known.count > 1) {
                claimed.put(name, new Claim(known.channel, known.count - 1));
                return false;
            }
            claimed.remove(name);
            if (known != null) {
                known.channel.close();
            }
            return !isClaimed(name);
        });
    }

    /** Counts the claims on a file: those of this JVM, and one for those of all other processes. */
    int claims(String name) throws IOException {
        if (!Files.exists(sidecar(name), LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        return change(() -> {
            Claim known = claimed.get(name);
            return known != null ? known.count : isClaimed(name) ? 1 : 0;
        });
    }

    /** Asks while the folder is held; removes what a process left that is gone. */
    private boolean isClaimed(String name) throws IOException {
        Path sidecar = sidecar(name);
        if (claimed.containsKey(name)) {
            return true;
        }
        if (!Files.exists(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = openLockFile(sidecar)) {
            if (tryLock(channel, false) == null) {
                return true;
            }
        }
        Files.deleteIfExists(sidecar);
        return false;
    }

    private Path sidecar(String name) {
        return claims.resolve(name + CLAIM_SUFFIX);
    }
}
