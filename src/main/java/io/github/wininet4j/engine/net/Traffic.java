package io.github.wininet4j.engine.net;

import io.github.wininet4j.trace.EngineCounters;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what one engine does on its connections and what its cache saves. Counting takes no lock and makes no threads
 * wait for each other; the sums are made when somebody asks.
 */
public final class Traffic {
    private final LongAdder opened = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder validations = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    /** Creates counters of 0. */
    public Traffic() {}

    void connectionOpened() {
        opened.increment();
    }

    void sent(int bytes) {
        sent.add(bytes);
    }

    void received(int bytes) {
        received.add(bytes);
    }

    /** Counts the use of a connection that had served before. */
    public void connectionReused() {
        reused.increment();
    }

    /** Counts a request that waits for a connection. */
    public void waits() {
        waits.increment();
    }

    /** Counts a request that is sent. */
    public void requestSent() {
        requests.increment();
    }

    /** Counts a request that the cache answers. */
    public void cacheHit() {
        hits.increment();
    }

    /** Counts a request that the cache has nothing for. */
    public void cacheMiss() {
        misses.increment();
    }

    /** Counts a request that asks whether a copy is still good. */
    public void cacheValidation() {
        validations.increment();
    }

    /**
     * Reads the counters.
     *
     * @param openHandles the handles that are open
     * @return what they are now
     */
    public EngineCounters snapshot(int openHandles) {
        return new EngineCounters(
                opened.sum(),
                reused.sum(),
                waits.sum(),
                requests.sum(),
                hits.sum(),
                misses.sum(),
                validations.sum(),
                sent.sum(),
                received.sum(),
                openHandles);
    }
}
