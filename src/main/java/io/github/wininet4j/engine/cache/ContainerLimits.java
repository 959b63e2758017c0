package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.cache.CacheContainers.Container;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the entries of containers within the sizes that their makers named (R-PROJ-CACHE-23). What a container takes is
 * counted when this process begins to put something into it, and again after each tenth of its size.
 */
final class ContainerLimits {
    private static final long KILOBYTE = 1024;
    private static final int SHARE = 10;
    /** How long the containers are taken to be those that were read. */
    private static final long TRUST = TimeUnit.SECONDS.toNanos(1);

    private final UrlCache cache;
    private final ConcurrentHashMap<String, State> states = new ConcurrentHashMap<>();
    private volatile List<Container> containers = List.of();
    private volatile long nextLook = System.nanoTime();

    /**
     * What is known of a container.
     *
     * @param growth what was put into it since it was counted
     * @param nextChance when entries of it may be removed that were spared, as the number of a FILETIME; 0 if it is not
     *     too large
     */
    private record State(long growth, long nextChance) {}

    private record Candidate(String name, long accessed, long bytes) {}

    ContainerLimits(UrlCache cache) {
        this.cache = cache;
    }

    private List<Container> containers() {
        long now = System.nanoTime();
        if (now - nextLook >= 0) {
            nextLook = now + TRUST;
            containers = cache.containers().all();
        }
        return containers;
    }

    private static long limit(Container container) {
        return Integer.toUnsignedLong(container.limit()) * KILOBYTE;
    }

    /** The containers are others than before. */
    void look() {
        nextLook = System.nanoTime();
    }

    /** Notes how much more an entry takes than before. */
    void note(String url, long delta) {
        Container holder = CacheContainers.nearest(containers(), url);
        if (holder != null && holder.limit() != 0) {
            long most = limit(holder);
            states.compute(
                    holder.name(),
                    (name, known) -> known == null
                            ? new State(most, 0)
                            : new State(known.growth() + Math.max(0, delta), known.nextChance()));
        }
    }

    /** Whether some container has to be counted. */
    boolean isDue() {
        return containers.stream().anyMatch(this::isDue);
    }

    private boolean isDue(Container container) {
        State known = states.get(container.name());
        return known != null
                && container.limit() != 0
                && (known.growth() * SHARE >= limit(container)
                        || (known.nextChance() != 0 && cache.now() >= known.nextChance()));
    }

    /** Removes entries of containers that take more than they may, as far as entries may be removed. */
    void free() throws IOException {
        List<Container> all = containers;
        for (Container each : all) {
            if (isDue(each)) {
                states.put(each.name(), new State(0, 0));
                free(each, all);
            }
        }
    }

    private void free(Container container, List<Container> all) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        Set<Long> permanent = cache.groups().permanent();
        long now = cache.now();
        long total = 0;
        long nextChance = now + Scavenger.SPARED;
        for (String name : cache.names()) {
            EntryFolder.Stored stored = cache.entries().read(name);
            if (stored == null
                    || !container.equals(
                            CacheContainers.nearest(all, stored.entry().url()))) {
                continue;
            }
            long bytes = UrlCache.bytes(stored);
            total += bytes;
            long accessed = Scavenger.accessed(cache, name, stored);
            long spared = Scavenger.sparedUntil(stored.entry(), accessed);
            if (stored.entry().groups().stream().anyMatch(permanent::contains)) {
                continue;
            }
            if (spared > now) {
                nextChance = Math.min(nextChance, spared);
            } else {
                candidates.add(new Candidate(name, accessed, bytes));
            }
        }
        if (total <= limit(container)) {
            return;
        }
        long goal = limit(container) - limit(container) / SHARE;
        candidates.sort(Comparator.comparingLong(Candidate::accessed));
        for (Candidate each : candidates) {
            if (total <= goal) {
                return;
            }
            total -= cache.deleteUnlessClaimed(each.name(), each.accessed()) ? each.bytes() : 0;
        }
        states.put(container.name(), new State(0, nextChance));
    }
}
