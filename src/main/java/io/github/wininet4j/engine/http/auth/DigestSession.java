package io.github.wininet4j.engine.http.auth;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A nonce and how often it was used: shared by the requests that go on with it, each of which needs a count of its own.
 */
final class DigestSession {
    private final Challenge challenge;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private String nonce;
    private int uses;
    private @Nullable String sessionKey;

    /** One use of the nonce. */
    record Use(String nonce, int count, String key) {
        /** Leaves the key out, which is as good as the password. */
        @Override
        public String toString() {
            return "Use[" + count + "]";
        }
    }

    DigestSession(Challenge challenge) {
        this.challenge = challenge;
        String sent = challenge.parameter("nonce");
        this.nonce = sent == null ? "" : sent;
    }

    Challenge challenge() {
        return challenge;
    }

    boolean isUsable() {
        lock.lock();
        try {
            return !nonce.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts one more use.
     *
     * @param key the key without session
     * @param bound makes the session's key of the first nonce, or null if the algorithm has no session
     */
    Use next(String key, @Nullable UnaryOperator<String> bound) {
        lock.lock();
        try {
            uses++;
            if (bound == null) {
                return new Use(nonce, uses, key);
            }
            String known = sessionKey;
            if (known == null) {
                known = bound.apply(nonce);
                sessionKey = known;
            }
            return new Use(nonce, uses, known);
        } finally {
            lock.unlock();
        }
    }

    /** Goes on with the nonce that the server named for the next request. */
    void renew(String next) {
        lock.lock();
        try {
            if (!next.equals(nonce)) {
                nonce = next;
                uses = 0;
                sessionKey = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
