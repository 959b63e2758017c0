package io.github.wininet4j.engine.call;

/** A wait for the peer that no thread has to do. */
@FunctionalInterface
public interface PeerWait {
    /**
     * Begins it.
     *
     * @param rest what follows, on another thread; it may run before this returns
     * @return false if it will not run, so that the caller has to wait
     */
    boolean begin(Runnable rest);
}
