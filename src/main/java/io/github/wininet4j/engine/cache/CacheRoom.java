package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** How much the entries take and may take, and who makes room when that is too much (R-CACHE-4). */
final class CacheRoom {
    private final UrlCache cache;
    private final CacheSettings settings;
    private final UsageJournal journal;
    private final DailySweep sweep;
    private final ContainerLimits containers;
    private final Executor background;
    private final AtomicBoolean scavenging = new AtomicBoolean();
    private volatile CacheSettings.@Nullable Values values;
    private volatile long nextChance;

    CacheRoom(UrlCache cache, CacheSettings settings, UsageJournal journal, DailySweep sweep, Executor background) {
        this.cache = cache;
        this.settings = settings;
        this.journal = journal;
        this.sweep = sweep;
        this.containers = new ContainerLimits(cache);
        this.background = background;
    }

    CacheSettings.Values values() {
        CacheSettings.Values read = values;
        if (read == null) {
            // Without a cache there is no folder that is the cache's to read.
            read = cache.isOn() ? settings.read() : settings.defaults();
            values = read;
        }
        return read;
    }

    /** What another process has set meanwhile stays, unless it is set anew. */
    void configure(OptionalLong quota, OptionalInt syncMode) throws IOException {
        values = cache.change(() -> {
            CacheSettings.Values now = settings.read();
            CacheSettings.Values next =
                    new CacheSettings.Values(quota.orElse(now.quota()), syncMode.orElse(now.syncMode()));
            settings.write(next);
            return next;
        });
        nextChance = 0;
    }

    /** Gives up what is open. */
    void close() throws IOException {
        journal.close();
    }

    /** Notes bytes that were added or removed, while the folder is held; returns the sum. */
    long add(long delta) throws IOException {
        return journal.add(delta, this::count);
    }

    /** Notes how much more the entry of a URL takes, while the folder is held; returns the sum. */
    long add(String url, long delta) throws IOException {
        containers.note(url, delta);
        return add(delta);
    }

    /** The containers are others than before. */
    void containersChanged() {
        containers.look();
    }

    /** Returns what tells whether bytes were added or removed since. */
    UsageJournal.State state() throws IOException {
        return cache.change(() -> {
            add(0);
            return journal.state();
        });
    }

    /** Sets the sum right, unless bytes were added or removed since. */
    void correct(UsageJournal.State since, long total) throws IOException {
        cache.change(() -> {
            long noted = add(0);
            if (journal.state().equals(since)) {
                add(total - noted);
            }
            return true;
        });
    }

    private long count() throws IOException {
        long total = 0;
        for (String name : cache.entries().names()) {
            EntryFolder.Stored stored = cache.entries().read(name);
            total += stored == null ? 0 : UrlCache.bytes(stored);
        }
        return total;
    }

    /**
     * Makes room in the background if there is too little, unless that is being done or has no chance yet; once a day
     * removes what killed writers left all the same, and makes the filter if that is missing.
     */
    void check(long total, EntryFilter filter) {
        long quota = values().quota();
        long today = System.currentTimeMillis();
        boolean full = total > quota && cache.now() >= nextChance;
        boolean sweeps = sweep.isDue(today);
        boolean blind = filter.takeWanted();
        boolean crowded = containers.isDue();
        if ((!full && !sweeps && !blind && !crowded) || !scavenging.compareAndSet(false, true)) {
            return;
        }
        long goal = full ? quota - quota / 10 : Long.MAX_VALUE;
        try {
            background.execute(() -> {
                try {
                    if (sweeps) {
                        sweep.begin(today);
                    }
                    if (full || sweeps || blind) {
                        free(goal);
                    }
                    containers.free();
                } catch (IOException e) {
                    cache.complain(e);
                } finally {
                    scavenging.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            // The engine is being closed.
            scavenging.set(false);
        }
    }

    /** Removes entries until the rest takes no more than a number of bytes, as far as entries may be removed. */
    void free(long goal) throws IOException {
        Scavenger.Outcome outcome = new Scavenger(cache, this).run(goal, cache.now());
        nextChance = outcome.total() > goal ? outcome.nextChance() : 0;
    }
}
