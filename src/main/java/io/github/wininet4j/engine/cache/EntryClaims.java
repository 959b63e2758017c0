package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheEntryType;
import java.io.IOException;

/** What keeps entries and their files from being deleted (R-CENT-25, R-CENT-27). */
final class EntryClaims {
    private final UrlCache cache;

    EntryClaims(UrlCache cache) {
        this.cache = cache;
    }

    /** What is claimed for an entry: its file, or the entry if it has none. */
    static String name(String name, CacheEntry entry) {
        CacheEntry.Body body = entry.body();
        return body != null && body.own() ? body.name() : name;
    }

    /** Keeps an entry and its file from being deleted; returns what undoes that. */
    Claim claim(KnownEntry entry) throws IOException {
        SharedFolder joined = cache.open();
        String file = name(entry.name(), entry.entry());
        joined.claim(file);
        return new Claim(this, joined, entry, file);
    }

    int count(KnownEntry entry) throws IOException {
        return cache.open().claims(name(entry.name(), entry.entry()));
    }

    /** The last claim on a file is gone: what waited for that is done now. */
    void released(KnownEntry entry) throws IOException {
        SharedFolder joined = cache.open();
        joined.change(() -> {
            EntryFolder.Stored now = cache.entries().read(entry.name());
            if (now == null || !UrlCache.sameFile(now.entry(), entry.entry())) {
                if (now == null || entry.entry().body() != null) {
                    cache.bodies().delete(entry.entry().body());
                }
            }
            if (now != null
                    && now.entry().is(CacheEntryType.PENDING_DELETE_CACHE_ENTRY)
                    && joined.claims(name(entry.name(), now.entry())) == 0) {
                cache.remove(entry.name(), now);
            }
            cache.containers().released(entry.entry().body());
            return true;
        });
    }
}
