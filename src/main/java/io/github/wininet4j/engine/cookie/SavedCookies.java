package io.github.wininet4j.engine.cookie;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Keeps the folder of persistent cookies in step with those in memory. No lock is held while a file is written: the
 * thread that finds another one at work on a cookie's file leaves word, and that one looks again when it is done. So
 * the file of a cookie ends up with the last value, whatever the order in which threads get there.
 */
final class SavedCookies {
    private record Identity(String domain, String path, String name) {}

    private final CookieFolder folder;
    private final CookieStore store;
    private final BooleanSupplier memoryOnly;

    /** The cookies whose files are being written; true if the cookie has changed since. */
    private final ConcurrentHashMap<Identity, Boolean> writing = new ConcurrentHashMap<>();

    SavedCookies(CookieFolder folder, CookieStore store, BooleanSupplier memoryOnly) {
        this.folder = folder;
        this.store = store;
        this.memoryOnly = memoryOnly;
    }

    List<Cookie> load(Instant now) {
        return folder.load(now);
    }

    /**
     * Makes the folder agree with memory about a cookie.
     *
     * @param cookie the cookie, or one like it
     * @param unchanged whether it was set to what it was, as many servers do with each answer
     */
    void update(Cookie cookie, boolean unchanged) {
        Identity identity = new Identity(cookie.domain(), cookie.path(), cookie.name());
        boolean busy = Boolean.TRUE.equals(writing.compute(identity, (key, other) -> other != null));
        if (busy) {
            return;
        }
        boolean written = false;
        try {
            write(cookie, unchanged);
            while (writing.computeIfPresent(identity, (key, changed) -> changed ? Boolean.FALSE : null) != null) {
                write(cookie, false);
            }
            written = true;
        } finally {
            if (!written) {
                writing.remove(identity);
            }
        }
    }

    private void write(Cookie cookie, boolean unchanged) {
        Cookie current = store.same(cookie);
        if (current == null || !current.isPersistent()) {
            folder.delete(cookie);
        } else if (!memoryOnly.getAsBoolean() && !(unchanged && folder.has(current))) {
            folder.save(current);
        }
    }
}
