package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheConfig;

/** Whether an entry is new enough to be used as it is. */
public final class EntryAge {
    private static final long STEPS_PER_SECOND = 10_000_000L;

    /** Without any date an entry is new for this long (R-CACHE-8). */
    private static final long WITHOUT_DATES = 600 * STEPS_PER_SECOND;

    /** Of the time since it was changed last, content is taken not to change for another tenth, a day at most. */
    private static final int SHARE = 10;

    private static final long LONGEST_GUESS = 86_400 * STEPS_PER_SECOND;

    private EntryAge() {}

    /**
     * Returns whether an entry may be used without asking its server.
     *
     * @param entry the entry
     * @param cache tells the time, the session and the user's settings (R-CACHE-9)
     * @return whether it is fresh
     */
    public static boolean isFresh(CacheEntry entry, UrlCache cache) {
        long now = cache.now();
        if (entry.expires() != 0) {
            return now < entry.expires();
        }
        boolean thisSession = entry.synced() >= cache.sessionStart();
        return switch (cache.syncMode()) {
            case CacheConfig.WININET_SYNC_MODE_NEVER -> true;
            case CacheConfig.WININET_SYNC_MODE_ALWAYS -> false;
            case CacheConfig.WININET_SYNC_MODE_ONCE_PER_SESSION -> thisSession;
            default ->
                entry.modified() != 0
                        ? now < entry.synced() + guess(entry)
                        : thisSession && now < entry.synced() + WITHOUT_DATES;
        };
    }

    private static long guess(CacheEntry entry) {
        long unchanged = Math.max(0, entry.synced() - entry.modified());
        return Math.min(LONGEST_GUESS, unchanged / SHARE);
    }
}
