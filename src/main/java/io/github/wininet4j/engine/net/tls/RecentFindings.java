package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.TlsFindings;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The certificates that servers showed last, of the servers that were met last. */
final class RecentFindings {
    private static final int SERVERS = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Endpoint, TlsFindings> byServer = new LinkedHashMap<>(16, 0.75f, true);

    /** Remembers findings, unless the server showed no certificate. */
    void add(Endpoint server, TlsFindings findings) {
        if (findings.peerCertificates().isEmpty()) {
            return;
        }
        lock.lock();
        try {
            byServer.put(server, findings);
            if (byServer.size() > SERVERS) {
                Iterator<TlsFindings> oldest = byServer.values().iterator();
                oldest.next();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    TlsFindings find(Endpoint server) {
        lock.lock();
        try {
            return byServer.get(server);
        } finally {
            lock.unlock();
        }
    }
}
