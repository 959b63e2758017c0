package io.github.wininet4j.engine.cache;

import java.util.concurrent.atomic.AtomicInteger;

/** An entry as this engine has read it, and what it has not written back yet of its use. */
final class KnownEntry {
    private final String name;
    private final EntryFolder.Stored stored;
    private final boolean settled;
    private final AtomicInteger hits = new AtomicInteger();
    private volatile long accessed;
    private volatile boolean sound;

    KnownEntry(String name, EntryFolder.Stored stored, boolean settled) {
        this.name = name;
        this.settled = settled;
        this.stored = stored;
        this.accessed = stored.use().accessed();
    }

    String name() {
        return name;
    }

    CacheEntry entry() {
        return stored.entry();
    }

    EntryFolder.Stored stored() {
        return stored;
    }

    EntryUse use() {
        return new EntryUse(stored.use().hits() + hits.get(), accessed);
    }

    /** Counts a hit. */
    void used(long now) {
        hits.incrementAndGet();
        accessed = now;
    }

    /** Whether the state of the file tells that it is still the one that was read. */
    boolean isSettled() {
        return settled;
    }

    /** Counts the uses of what was read before from the same file. */
    void takeUses(KnownEntry before) {
        hits.addAndGet(before.hits.get());
        accessed = before.accessed;
    }

    boolean isUsed() {
        return hits.get() > 0;
    }

    /** Whether the content was compared with its checksum. */
    boolean isSound() {
        return sound;
    }

    void setSound() {
        sound = true;
    }
}
