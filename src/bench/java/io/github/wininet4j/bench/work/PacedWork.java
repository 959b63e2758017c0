package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.SyncClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that begin at fixed times, one after the other. One that has to wait for the one before is timed from when
 * it was due; one that is not, from when the thread has woken, since how late that is says nothing of the client.
 */
final class PacedWork implements Work {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int WARM_UP = 30_000;

    private final SyncClient client;
    private final SyncClient.Lane lane;
    private final String path;
    private final long size;
    private final Latencies latencies = new Latencies();

    PacedWork(SyncClient client, Workload workload, long size) throws Exception {
        this.client = client;
        this.lane = client.lane();
        this.path = workload.path();
        this.size = size;
        // Paced ones alone would not be compiled for a minute.
        for (int i = 0; i < WARM_UP; i++) {
            get();
        }
    }

    private void get() throws Exception {
        long bytes = lane.get(path);
        if (bytes != size) {
            throw new IllegalStateException(bytes + " bytes instead of " + size);
        }
    }

    @Override
    public long run(long millis) throws Exception {
        latencies.clear();
        long start = System.nanoTime();
        long count = 0;
        do {
            long due = start + count * INTERVAL;
            long begin = System.nanoTime() < due ? wake(due) : due;
            get();
            latencies.add(System.nanoTime() - begin);
            count++;
        } while (count < millis);
        return count;
    }

    private static long wake(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now;
    }

    @Override
    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
