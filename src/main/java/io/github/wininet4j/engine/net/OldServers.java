package io.github.wininet4j.engine.net;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Servers that last spoke HTTP/1.0, each remembered for two minutes (R-TIMEOUT-8). Guarded by the pool's lock. */
final class OldServers {
    private static final long KEPT_MILLIS = 120_000;
    private static final int CAPACITY = 1_024;

    // In the order in which they expire.
    private final Map<Endpoint, Long> until = new LinkedHashMap<>();

    void note(Endpoint server, boolean old, long now) {
        if (!old && until.isEmpty()) {
            return;
        }
        until.remove(server);
        if (old) {
            until.put(server, now + KEPT_MILLIS);
            Iterator<Long> oldest = until.values().iterator();
            while (oldest.next() <= now || until.size() > CAPACITY) {
                oldest.remove();
            }
        }
    }

    boolean isOld(Endpoint server, long now) {
        Long end = until.isEmpty() ? null : until.get(server);
        return end != null && end > now;
    }
}
