package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.HANDLE;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The locks of InternetLockRequestFile: one number for each file, counted (R-LOCK-5). */
public final class FileLocks {
    private record Lock(HANDLE handle, int count) {}

    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<EntryFile, Lock> byFile = new HashMap<>();
    private final Map<HANDLE, EntryFile> byHandle = new HashMap<>();
    private long next = 1;

    /** Creates a table without locks. */
    public FileLocks() {}

    /**
     * Locks the response file of a transfer.
     *
     * @param transfer the transfer
     * @return the lock's number; the same while the file is locked already
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} if it has no file (R-LOCK-4)
     */
    public HANDLE lock(Transfer transfer) {
        EntryFile file = transfer.responseFile();
        if (file == null) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        mutex.lock();
        try {
            Lock known = byFile.get(file);
            Lock now = known == null ? new Lock(new HANDLE(next++), 1) : new Lock(known.handle, known.count + 1);
            file.share();
            byFile.put(file, now);
            byHandle.put(now.handle, file);
            return now.handle;
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Undoes one lock.
     *
     * @param handle the lock's number
     * @throws WinInetFailure {@code ERROR_INVALID_HANDLE} if there is no such lock
     */
    public void unlock(@Nullable HANDLE handle) {
        EntryFile file;
        mutex.lock();
        try {
            file = handle == null ? null : byHandle.get(handle);
            Lock known = file == null ? null : byFile.get(file);
            if (file == null || known == null) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
            }
            if (known.count == 1) {
                byFile.remove(file);
                byHandle.remove(known.handle);
            } else {
                byFile.put(file, new Lock(known.handle, known.count - 1));
            }
        } finally {
            mutex.unlock();
        }
        file.release();
    }

    /** Drops every lock, for the end of the engine. */
    public void releaseAll() {
        Map<EntryFile, Lock> all;
        mutex.lock();
        try {
            all = new HashMap<>(byFile);
            byFile.clear();
            byHandle.clear();
        } finally {
            mutex.unlock();
        }
        all.forEach((file, lock) -> {
            for (int i = 0; i < lock.count; i++) {
                file.release();
            }
        });
    }
}
