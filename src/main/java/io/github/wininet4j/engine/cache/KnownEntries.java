package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The entries that this engine has read lately, so that asking for one again costs a look at the state of its file.
 * They also keep how they were used until that is worth a write.
 */
final class KnownEntries {
    private static final int MAX = 4096;

    /** What their files may have together: the head of an entry may be long. */
    private static final long MAX_BYTES = 16 << 20;

    /** A file that is younger may be replaced by one that looks the same: numbers of files are used again. */
    private static final long SETTLED_MILLIS = 50;

    /** How long the use of an entry may wait to be written, in steps of a FILETIME. */
    private static final long USE_DELAY = 10 * 10_000_000L;

    private final UrlCache cache;
    private final EntryFolder entries;
    private final ConcurrentHashMap<String, KnownEntry> known = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    KnownEntries(UrlCache cache, EntryFolder entries) {
        this.cache = cache;
        this.entries = entries;
    }

    /** Finds an entry by the name of its file; null if there is none. */
    @Nullable
    KnownEntry find(String name) throws IOException {
        EntryFolder.Stamp stamp = entries.stamp(name);
        if (stamp == null) {
            known.remove(name);
            return null;
        }
        KnownEntry entry = known.get(name);
        return entry != null && entry.isSettled() && entry.stored().stamp().equals(stamp) ? entry : reread(name, entry);
    }

    private @Nullable KnownEntry reread(String name, @Nullable KnownEntry before) throws IOException {
        EntryFolder.Stored stored = entries.read(name);
        if (stored == null) {
            known.remove(name);
            return null;
        }
        boolean settled = System.currentTimeMillis() - stored.stamp().modified().toMillis() > SETTLED_MILLIS;
        KnownEntry entry = new KnownEntry(name, stored, settled);
        if (before != null && before.stored().equals(stored)) {
            entry.takeUses(before);
        }
        CacheEntry.Body body = stored.entry().body();
        if (before != null
                && before.isSound()
                && body != null
                && body.equals(before.entry().body())) {
            entry.setSound();
        }
        if (known.size() >= MAX || bytes.addAndGet(stored.bytes()) > MAX_BYTES) {
            flush();
            known.clear();
            bytes.set(stored.bytes());
        }
        known.put(name, entry);
        return entry;
    }

    /** Returns how many bytes the files have that were read, at most. */
    long bytes() {
        return bytes.get();
    }

    /** Forgets an entry that was changed. */
    void forget(String name) {
        known.remove(name);
    }

    /** How an entry was used, what is not written yet included. */
    EntryUse use(String name, EntryFolder.Stored stored) {
        KnownEntry entry = known.get(name);
        return entry != null && entry.stored().stamp().equals(stored.stamp()) ? entry.use() : stored.use();
    }

    /** Counts a use of an entry. */
    void used(KnownEntry entry) {
        long now = cache.now();
        entry.used(now);
        if (now - entry.stored().use().accessed() >= USE_DELAY) {
            write(entry);
        }
    }

    private void write(KnownEntry entry) {
        try {
            SharedFolder folder = cache.open();
            folder.change(() -> {
                // What another process has changed has its own use.
                if (folder.isHeld() && entry.stored().stamp().equals(entries.stamp(entry.name()))) {
                    entries.writeUse(entry.name(), entry.stored(), entry.use());
                    reread(entry.name(), entry);
                }
                return true;
            });
        } catch (IOException e) {
            cache.complain(e);
        }
    }

    /** Writes what is not written yet. */
    void flush() {
        for (KnownEntry entry : known.values()) {
            if (entry.isUsed()) {
                write(entry);
            }
        }
    }
}
