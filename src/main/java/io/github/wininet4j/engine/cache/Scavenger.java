package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheEntryType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes room (R-CACHE-4): removes entries that were not used for ten minutes, those first that were not used for
 * longest, until a tenth of the quota is free. Sticky entries, entries in use and those of permanent groups stay.
 */
final class Scavenger {
    private static final long STEPS_PER_SECOND = 10_000_000L;
    static final long SPARED = 600 * STEPS_PER_SECOND;

    /** A file without an entry may still be written to, or be committed by the program that asked for it. */
    static final long ABANDONED_MILLIS = 24 * 3_600_000L;

    private record Candidate(String name, long accessed) {}

    private final UrlCache cache;
    private final CacheRoom room;

    /**
     * What was found and done.
     *
     * @param total bytes that they take now
     * @param nextChance when another entry will have been spared for long enough, as the number of a FILETIME
     */
    record Outcome(long total, long nextChance) {}

    Scavenger(UrlCache cache, CacheRoom room) {
        this.cache = cache;
        this.room = room;
    }

    Outcome run(long goal, long now) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> bodies = new HashSet<>();
        Set<Long> permanent = cache.groups().permanent();
        UsageJournal.State before = room.state();
        EntryFilter.Renewal filter = renewal();
        long total = 0;
        long nextChance = now + SPARED;
        for (String name : cache.entries().names()) {
            EntryFolder.Stored stored = cache.entries().read(name);
            if (stored == null) {
                continue;
            }
            CacheEntry entry = stored.entry();
            if (filter != null) {
                filter.add(entry.url());
            }
            if (entry.body() != null && entry.body().own()) {
                bodies.add(entry.body().name());
            }
            total += UrlCache.bytes(stored);
            long accessed = accessed(cache, name, stored);
            long spared = sparedUntil(entry, accessed);
            if (entry.groups().stream().anyMatch(permanent::contains)) {
                continue;
            }
            if (spared > now) {
                nextChance = Math.min(nextChance, spared);
            } else {
                candidates.add(new Candidate(name, accessed));
            }
        }
        room.correct(before, total);
        if (filter != null) {
            finish(filter);
        }
        candidates.sort(Comparator.comparingLong(Candidate::accessed));
        for (Candidate candidate : candidates) {
            // Others may be making room as well.
            if (cache.usage() <= goal) {
                break;
            }
            cache.deleteUnlessClaimed(candidate.name(), candidate.accessed());
        }
        long old = System.currentTimeMillis() - ABANDONED_MILLIS;
        cache.bodies().deleteUnreferenced(bodies, old);
        cache.containers().deleteUnreferenced(bodies, old);
        cache.entries().deleteTemporary(old);
        return new Outcome(cache.usage(), nextChance);
    }

    /** Without a filter the file system is asked; on a full disk room is made all the same. */
    private EntryFilter.@Nullable Renewal renewal() throws IOException {
        SharedFolder folder = cache.open();
        Optional<EntryFilter.Renewal> begun = cache.change(() -> {
            try {
                return folder.isHeld() ? Optional.ofNullable(cache.filter().renew()) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
        return begun.orElse(null);
    }

    private void finish(EntryFilter.Renewal filter) throws IOException {
        SharedFolder folder = cache.open();
        cache.change(() -> {
            try {
                return folder.isHeld() && filter.finish();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** When an entry was used last, be it by this process. */
    static long accessed(UrlCache cache, String name, EntryFolder.Stored stored) {
        return Math.max(
                cache.known().use(name, stored).accessed(), stored.entry().synced());
    }

    /** Until when an entry stays that was used at some time. */
    static long sparedUntil(CacheEntry entry, long accessed) {
        return accessed + Math.max(SPARED, exemption(entry));
    }

    private static long exemption(CacheEntry entry) {
        return entry.is(CacheEntryType.STICKY_CACHE_ENTRY) ? entry.exemptSeconds() * STEPS_PER_SECOND : 0;
    }
}
