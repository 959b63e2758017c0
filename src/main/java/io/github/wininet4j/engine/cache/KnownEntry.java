package io.github.wininet4j.engine.cache;

import java.util.concurrent.atomic.AtomicInteger;

/** An entry as this engine has read it, and what it has not written back yet of its use. */
final class KnownEntry {
    private final String name;
    private final EntryFolder.Stored stored;
    private final AtomicInteger hits = new AtomicInteger();
    private volatile long accessed;
    private volatile boolean sound;

    KnownEntry(String name, EntryFolder.Stored stored) {
        this.name = name;
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
