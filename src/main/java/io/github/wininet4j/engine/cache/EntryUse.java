package io.github.wininet4j.engine.cache;

/**
 * How an entry was used: the part of it that changes without the entry being stored anew.
 *
 * @param hits how often it was asked for
 * @param accessed when it was used last, as the number of a FILETIME
 */
public record EntryUse(int hits, long accessed) {
    /**
     * Counts a use.
     *
     * @param now when
     * @return the changed copy
     */
    public EntryUse used(long now) {
        return new EntryUse(hits + 1, now);
    }
}
