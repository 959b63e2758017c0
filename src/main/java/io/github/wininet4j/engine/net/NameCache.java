package io.github.wininet4j.engine.net;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Resolved names, each known for two minutes (R-TIMEOUT-8, ServerInfoTimeout), the oldest forgotten first. */
final class NameCache {
    private static final long KEPT_MILLIS = 120_000;
    private static final int CAPACITY = 1_024;

    private record Entry(List<InetAddress> addresses, long until) {}

    private final ReentrantLock lock = new ReentrantLock();
    // Insertion order is order of expiry, as every entry lives equally long.
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Returns the addresses of a name, or null if it is unknown or was looked up too long ago. */
    @Nullable
    List<InetAddress> find(String host, long now) {
        lock.lock();
        try {
            Entry entry = entries.get(host);
            return entry == null || entry.until <= now ? null : entry.addresses;
        } finally {
            lock.unlock();
        }
    }

    void put(String host, List<InetAddress> addresses, long now) {
        lock.lock();
        try {
            entries.remove(host);
            entries.put(host, new Entry(addresses, now + KEPT_MILLIS));
            Iterator<Entry> oldest = entries.values().iterator();
            while (oldest.next().until <= now || entries.size() > CAPACITY) {
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    void forget(String host) {
        lock.lock();
        try {
            entries.remove(host);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }
}
