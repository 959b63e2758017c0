package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.Claim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The locks of RetrieveUrlCacheEntryFile, counted by URL (R-CENT-25). */
final class LockedFiles {
    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<String, Deque<Claim>> byUrl = new HashMap<>();

    void add(String url, Claim claim) {
        mutex.lock();
        try {
            byUrl.computeIfAbsent(url, key -> new ArrayDeque<>()).push(claim);
        } finally {
            mutex.unlock();
        }
    }

    /** Takes one lock out; null if there is none. */
    @Nullable
    Claim remove(String url) {
        mutex.lock();
        try {
            Deque<Claim> claims = byUrl.get(url);
            Claim claim = claims == null ? null : claims.poll();
            if (claims != null && claims.isEmpty()) {
                byUrl.remove(url);
            }
            return claim;
        } finally {
            mutex.unlock();
        }
    }

    List<Claim> removeAll() {
        mutex.lock();
        try {
            List<Claim> all = new ArrayList<>();
            byUrl.values().forEach(all::addAll);
            byUrl.clear();
            return all;
        } finally {
            mutex.unlock();
        }
    }
}
