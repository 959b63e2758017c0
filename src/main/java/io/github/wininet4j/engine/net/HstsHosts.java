package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.Lazy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that want to be reached by https only (RFC 6797). An address cannot be one, and a domain below which
 * anybody may have a name speaks for itself alone (R-PROJ-HSTS-1).
 */
public final class HstsHosts {
    private static final int MAX_HOSTS = 10_000;
    private static final int MAX_NAME = 255;
    private static final int MAX_HEADER = 1_024;
    private static final long MAX_AGE = Integer.MAX_VALUE;

    /** Where hosts are kept for later engines. No function fails because of it. */
    public interface Store {
        /** Keeps nothing. */
        Store NONE = new Store() {
            @Override
            public void load(Saved saved) {}

            @Override
            public void save(String host, Instant until, boolean withSubdomains) {}

            @Override
            public void forget(String host) {}
        };

        /**
         * Hands over all that was kept.
         *
         * @param saved takes it
         */
        void load(Saved saved);

        /**
         * Keeps a host, in place of what was kept of it before.
         *
         * @param host its name
         * @param until when it has expired
         * @param withSubdomains whether it speaks for the hosts below as well
         */
        void save(String host, Instant until, boolean withSubdomains);

        /**
         * Keeps a host no more.
         *
         * @param host its name
         */
        void forget(String host);
    }

    /** Takes what a store has kept. */
    @FunctionalInterface
    public interface Saved {
        /**
         * Takes a host.
         *
         * @param host its name
         * @param until when it has expired
         * @param withSubdomains whether it speaks for the hosts below as well
         * @return false if it is of no use to anybody and need not be kept
         */
        boolean take(String host, Instant until, boolean withSubdomains);
    }

    private final InstantSource clock;
    private final Store store;
    private final Lazy<Boolean> loaded = new Lazy<>(this::load);
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock; the host that was not asked about for the longest time is first.
    private final Map<String, Entry> hosts = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry(Instant until, boolean withSubdomains) {}

    /**
     * What a header says.
     *
     * @param maxAge for how many seconds it holds; 0 takes back what was said before
     * @param withSubdomains whether it holds for the hosts below as well
     */
    record Policy(long maxAge, boolean withSubdomains) {}

    /**
     * Creates the collection.
     *
     * @param clock tells when an entry has expired
     * @param store what was kept by engines before; asked when the first host counts
     */
    public HstsHosts(InstantSource clock, Store store) {
        this.clock = clock;
        this.store = store;
    }

    private boolean load() {
        store.load(this::take);
        return true;
    }

    private boolean take(String host, Instant until, boolean withSubdomains) {
        if (!host.equals(name(host)) || !clock.instant().isBefore(until)) {
            return false;
        }
        lock.lock();
        try {
            if (hosts.size() >= MAX_HOSTS) {
                return false;
            }
            hosts.put(host, new Entry(until, withSubdomains));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes what a host said over a connection without any fault.
     *
     * @param host the host
     * @param header the value of the first Strict-Transport-Security header; a malformed one says nothing
     */
    public void note(String host, String header) {
        String name = name(host);
        Policy policy = parse(header);
        if (name == null || policy == null || !loaded.get()) {
            return;
        }
        Instant until = clock.instant().plusSeconds(policy.maxAge());
        String gone = keep(name, policy.maxAge() > 0 ? new Entry(until, policy.withSubdomains()) : null);
        if (gone != null) {
            store.forget(gone);
        }
        if (policy.maxAge() > 0) {
            store.save(name, until, policy.withSubdomains());
        }
    }

    /** Notes a host, or its end; returns the one that is gone by that. */
    private @Nullable String keep(String name, @Nullable Entry entry) {
        lock.lock();
        try {
            Entry before = hosts.remove(name);
            if (entry == null) {
                return before == null ? null : name;
            }
            hosts.put(name, entry);
            if (hosts.size() <= MAX_HOSTS) {
                return null;
            }
            Iterator<String> oldest = hosts.keySet().iterator();
            String first = oldest.next();
            oldest.remove();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns whether a host is to be reached by https only.
     *
     * @param host the host
     * @return true if it said so, or one above it that spoke for the hosts below
     */
    public boolean covers(String host) {
        String name = name(host);
        if (name == null || !loaded.get()) {
            return false;
        }
        List<String> above = new ArrayList<>();
        lock.lock();
        try {
            if (hosts.isEmpty()) {
                return false;
            }
            if (find(name) != null) {
                return true;
            }
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                String parent = name.substring(dot + 1);
                Entry entry = find(parent);
                if (entry != null && entry.withSubdomains()) {
                    above.add(parent);
                }
            }
        } finally {
            lock.unlock();
        }
        // The list of suffixes is read from a file.
        return above.stream().anyMatch(parent -> PublicSuffixList.ownedDomain(parent) != null);
    }

    private @Nullable Entry find(String name) {
        Entry entry = hosts.get(name);
        if (entry != null && !clock.instant().isBefore(entry.until())) {
            hosts.remove(name);
            return null;
        }
        return entry;
    }

    /** The name as it is looked up; null for an address and for what is no name. */
    private static @Nullable String name(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean named = !bare.isEmpty() && bare.length() <= MAX_NAME && !AddressLiteral.isLiteral(bare);
        return named ? bare.toLowerCase(Locale.ROOT) : null;
    }

    /** Reads a header (RFC 6797 section 6.1); null if it is malformed, which makes all of it void. */
    static @Nullable Policy parse(String header) {
        if (header.length() > MAX_HEADER) {
            return null;
        }
        Set<String> seen = new HashSet<>();
        long maxAge = -1;
        boolean withSubdomains = false;
        for (String directive : directives(header)) {
            int equals = directive.indexOf('=');
            String name = (equals < 0 ? directive : directive.substring(0, equals))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String value =
                    equals < 0 ? null : unquoted(directive.substring(equals + 1).strip());
            boolean malformed = equals >= 0 && value == null;
            if (name.isEmpty() && equals < 0) {
                continue;
            }
            if (malformed || !isToken(name) || !seen.add(name)) {
                return null;
            }
            if (name.equals("max-age")) {
                maxAge = seconds(value);
                if (maxAge < 0) {
                    return null;
                }
            } else if (name.equals("includesubdomains")) {
                if (value != null) {
                    return null;
                }
                withSubdomains = true;
            }
        }
        return maxAge < 0 ? null : new Policy(maxAge, withSubdomains);
    }

    /** Splits at semicolons outside of quotes. */
    private static List<String> directives(String header) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                parts.add(header.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(header.substring(start));
        return parts;
    }

    /** A token, or what is in quotes; null if it is neither. */
    private static @Nullable String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return isToken(text) ? text : null;
        }
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i == text.length() - 1 ? content.toString() : null;
            }
            if (c == '\\' && ++i < text.length()) {
                c = text.charAt(i);
            }
            content.append(c);
        }
        return null;
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    }

    private static long seconds(@Nullable String text) {
        if (text == null || text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return text.length() > 9 ? MAX_AGE : Long.parseLong(text);
    }
}
