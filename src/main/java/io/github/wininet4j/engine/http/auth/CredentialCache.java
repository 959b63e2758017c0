package io.github.wininet4j.engine.http.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that worked, by who asked for them and in which realm, for all sessions of one engine until
 * {@code INTERNET_OPTION_END_BROWSER_SESSION} (R-AUTH-7, R-AUTH-9). Later requests below the same path speak first.
 */
public final class CredentialCache {
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_PATHS = 32;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock; the one that was used last is at the end.
    private final Map<Space, Logon> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Space, Logon> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    /** Read without the lock, so that requests need no look into a cache that has nothing for them. */
    private volatile boolean empty = true;

    /** A protection space (RFC 9110 section 11.5). */
    private record Space(AuthTarget target, String realm) {}

    private record Logon(UserPassword credentials, AuthContext context, List<String> folders) {}

    /** Creates an empty cache. */
    public CredentialCache() {}

    /** Returns whether nothing is remembered. */
    public boolean isEmpty() {
        return empty;
    }

    /**
     * Finds the credentials of a realm.
     *
     * @param target who asks
     * @param realm the realm
     * @return the credentials that worked last, or null
     */
    public @Nullable UserPassword find(AuthTarget target, String realm) {
        lock.lock();
        try {
            Logon entry = entries.get(new Space(target, realm));
            return entry == null ? null : entry.credentials();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a logon that can speak before it is asked.
     *
     * @param target whom the request goes to
     * @param path the path of the request; without meaning for a proxy
     * @return a context of the request's own, or null
     */
    public @Nullable AuthContext preempt(AuthTarget target, String path) {
        Logon entry = covering(target, path);
        return entry == null || entry.context().isConnectionBound()
                ? null
                : entry.context().next();
    }

    /**
     * Finds the credentials that hold for a path, whatever its realm (R-AUTH-10).
     *
     * @param target whom the request goes to
     * @param path the path of the request
     * @return the credentials, or null
     */
    public @Nullable UserPassword credentialsFor(AuthTarget target, String path) {
        Logon entry = covering(target, path);
        return entry == null ? null : entry.credentials();
    }

    private @Nullable Logon covering(AuthTarget target, String path) {
        lock.lock();
        try {
            Logon best = null;
            int longest = -1;
            for (Map.Entry<Space, Logon> each : entries.entrySet()) {
                if (each.getKey().target().equals(target)) {
                    int length = longestPrefix(each.getValue().folders(), path);
                    if (length > longest) {
                        longest = length;
                        best = each.getValue();
                    }
                }
            }
            return best;
        } finally {
            lock.unlock();
        }
    }

    private static int longestPrefix(List<String> folders, String path) {
        int longest = -1;
        for (String folder : folders) {
            if (path.startsWith(folder) && folder.length() > longest) {
                longest = folder.length();
            }
        }
        return longest;
    }

    /**
     * Remembers what worked.
     *
     * @param target who asked
     * @param realm in which realm
     * @param credentials what worked
     * @param context the logon that worked
     * @param path the path of the request, below whose folder later requests speak first; empty for a proxy
     */
    public void remember(AuthTarget target, String realm, UserPassword credentials, AuthContext context, String path) {
        Space space = new Space(target, realm);
        String folder = target.proxy() ? "" : folder(path);
        lock.lock();
        try {
            Logon before = entries.get(space);
            List<String> folders = new ArrayList<>();
            if (before != null && before.credentials().equals(credentials)) {
                folders.addAll(before.folders());
            }
            if (longestPrefix(folders, folder) < 0) {
                folders.removeIf(known -> known.startsWith(folder));
                if (folders.size() == MAX_PATHS) {
                    folders.remove(0);
                }
                folders.add(folder);
            }
            entries.put(space, new Logon(credentials, context.next(), List.copyOf(folders)));
            empty = entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The path up to its last slash, without query (RFC 7617 section 2.2). */
    private static String folder(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return plain.substring(0, plain.lastIndexOf('/') + 1);
    }

    /**
     * Forgets what did not work any more; credentials that another request remembered meanwhile stay.
     *
     * @param target who refused them
     * @param realm in which realm
     * @param credentials what was refused
     */
    public void forget(AuthTarget target, String realm, UserPassword credentials) {
        lock.lock();
        try {
            entries.computeIfPresent(
                    new Space(target, realm),
                    (space, entry) -> entry.credentials().equals(credentials) ? null : entry);
            empty = entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a realm.
     *
     * @param target whose realm
     * @param realm the realm
     */
    void forget(AuthTarget target, String realm) {
        lock.lock();
        try {
            entries.remove(new Space(target, realm));
            empty = entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything (R-AUTH-9). */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
            empty = entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
