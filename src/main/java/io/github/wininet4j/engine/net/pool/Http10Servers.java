package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Endpoint;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Servers that last spoke HTTP/1.0, each remembered for two minutes (R-TIMEOUT-8). Guarded by the pool's lock but for
 * {@link #isEmpty}.
 */
final class Http10Servers {
    private static final long KEPT_MILLIS = 120_000;
    private static final int CAPACITY = 1_024;

    // In the order in which they expire.
    private final Map<Endpoint, Long> until = new LinkedHashMap<>();
    private volatile boolean empty = true;

    /** Needs no lock: a call while a server is noted counts as before or after that. */
    boolean isEmpty() {
        return empty;
    }

    void note(Endpoint server, boolean http10, long now) {
        until.remove(server);
        if (http10) {
            until.put(server, now + KEPT_MILLIS);
            Iterator<Long> oldest = until.values().iterator();
            while (oldest.next() <= now || until.size() > CAPACITY) {
                oldest.remove();
            }
        }
        empty = until.isEmpty();
    }

    boolean contains(Endpoint server, long now) {
        Long end = until.isEmpty() ? null : until.get(server);
        return end != null && end > now;
    }
}
