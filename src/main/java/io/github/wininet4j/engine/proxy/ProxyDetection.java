package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.type.FILETIME;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a script in the network, and remembers for an hour what it found, be it nothing: the name server is not
 * asked for each request (R-PROJ-PROXY-6).
 */
public final class ProxyDetection {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Search search;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private final Map<Integer, Found> fresh = new HashMap<>();
    private @Nullable Found last;

    /** Looks for a script. */
    @FunctionalInterface
    public interface Search {
        /**
         * Looks; it may block.
         *
         * @param ways {@code PROXY_AUTO_DETECT_TYPE_*} bits
         * @return the URL of a script, or null
         */
        @Nullable
        String find(int ways);
    }

    /**
     * What a search ended with.
     *
     * @param url where the script is, or null
     * @param time when that was
     */
    private record Found(@Nullable String url, Instant time) {}

    /**
     * Creates a detection that has searched for nothing.
     *
     * @param search finds the URL of a script
     * @param clock tells when an answer is too old
     */
    public ProxyDetection(Search search, InstantSource clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * Returns where the script is.
     *
     * @param ways {@code PROXY_AUTO_DETECT_TYPE_*} bits; what each came to is remembered
     * @param searching called before the network is asked
     * @return the URL, or null if there is none
     */
    @Nullable
    String find(int ways, Runnable searching) {
        lock.lock();
        try {
            Found known = fresh.get(ways);
            if (known != null && clock.instant().isBefore(known.time().plus(REMEMBERED))) {
                return known.url();
            }
        } finally {
            lock.unlock();
        }
        searching.run();
        // Two requests may search at once, which is harmless.
        Found found = new Found(search.find(ways), clock.instant());
        lock.lock();
        try {
            last = found;
            fresh.put(ways, found);
        } finally {
            lock.unlock();
        }
        return found.url();
    }

    /** Searches anew when it is asked next, since the settings have changed. */
    void forget() {
        lock.lock();
        try {
            fresh.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Adds to settings what the last search found (R-PROXY-11, R-PROXY-32). */
    ProxySettings describe(ProxySettings settings) {
        lock.lock();
        try {
            Found known = last;
            return known == null ? settings : withDetection(settings, known);
        } finally {
            lock.unlock();
        }
    }

    private static ProxySettings withDetection(ProxySettings settings, Found known) {
        int flags = settings.discoveryFlags() | ProxyType.AUTO_PROXY_FLAG_DETECTION_RUN;
        return settings.withDetection(flags, FILETIME.of(known.time()).steps(), known.url());
    }
}
