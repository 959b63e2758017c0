package io.github.wininet4j.nativelib.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of calls that have pended and not completed, by what they run on.
 *
 * @param <K> what a call runs on, such as a handle
 */
public final class PendingResults<K> {
    /** Of each key the oldest first; changed within the map's own operations only. */
    private final ConcurrentHashMap<K, Deque<Results>> calls = new ConcurrentHashMap<>();

    /** Creates an empty table. */
    public PendingResults() {}

    /**
     * Remembers a call before it is made: it can complete before it returns.
     *
     * @param on what it runs on
     * @param results what it will have to move
     */
    public void expect(K on, Results results) {
        calls.compute(on, (key, known) -> {
            Deque<Results> queue = known == null ? new ArrayDeque<>(1) : known;
            queue.add(results);
            return queue;
        });
    }

    /**
     * Takes back {@link #expect} for a call that did not pend.
     *
     * @param on what it ran on
     * @param results as given there
     */
    public void withdraw(K on, Results results) {
        calls.computeIfPresent(on, (key, queue) -> {
            queue.remove(results);
            return queue.isEmpty() ? null : queue;
        });
    }

    /**
     * Moves the results of the oldest call, before its completion is reported.
     *
     * @param on what it ran on
     * @param beside whether it ran beside others
     * @param success whether it succeeded
     * @return false if no call was pending
     */
    public boolean complete(K on, boolean beside, boolean success) {
        @Nullable Results[] oldest = new Results[1];
        calls.computeIfPresent(on, (key, queue) -> {
            for (Results each : queue) {
                if (each.isBeside() == beside) {
                    oldest[0] = each;
                    break;
                }
            }
            queue.remove(oldest[0]);
            return queue.isEmpty() ? null : queue;
        });
        Results results = oldest[0];
        if (results != null) {
            results.finish(success);
        }
        return results != null;
    }

    /**
     * Forgets what never completed; nothing uses the memory any more.
     *
     * @param on what has ended
     */
    public void closed(K on) {
        calls.remove(on);
    }

    /**
     * Returns whether a call is pending.
     *
     * @param on what it would run on
     * @return true if so
     */
    public boolean isPending(K on) {
        return calls.containsKey(on);
    }
}
