package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.AsyncClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Work by asynchronous calls: the end of a request begins the next of its lane. */
final class AsyncWork implements Work {
    private static final int LIMIT_SECONDS = 120;

    private final AsyncClient client;
    private final long size;
    private final boolean timed;
    private final Latencies latencies = new Latencies();
    private final List<Pump> pumps = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile long end;
    private volatile CountDownLatch left;

    AsyncWork(AsyncClient client, Workload workload, long size) throws Exception {
        this.client = client;
        this.size = size;
        this.timed = workload.kind() == Workload.Kind.TIMED;
        for (int i = 0; i < workload.lanes(); i++) {
            Pump pump = new Pump();
            pump.lane = client.lane(i, workload.path(), pump);
            pumps.add(pump);
        }
    }

    @Override
    public long run(long millis) throws Exception {
        latencies.clear();
        left = new CountDownLatch(pumps.size());
        end = System.nanoTime() + millis * 1_000_000;
        pumps.forEach(Pump::start);
        if (!left.await(LIMIT_SECONDS + millis / 1000, TimeUnit.SECONDS)) {
            throw new IllegalStateException(left.getCount() + " lanes hang");
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        if (timed) {
            pumps.forEach(pump -> latencies.add(pump.latencies));
        }
        return pumps.stream().mapToLong(pump -> pump.count).sum();
    }

    @Override
    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }

    /** One lane. A loop and not a recursion, also when a request ends before its call returns. */
    private final class Pump implements AsyncClient.Completion {
        private static final int CALLING = 0;
        private static final int RETURNED = 1;
        private static final int ENDED = 2;

        private final AtomicInteger state = new AtomicInteger();
        private final Latencies latencies = timed ? new Latencies() : null;
        private AsyncClient.Lane lane;
        private long count;
        private long begin;

        void start() {
            count = 0;
            if (timed) {
                latencies.clear();
            }
            pump();
        }

        private void pump() {
            do {
                state.set(CALLING);
                begin = timed ? System.nanoTime() : 0;
                lane.get();
                if (state.compareAndSet(CALLING, RETURNED)) {
                    return;
                }
            } while (goesOn());
        }

        @Override
        public void done(long bytes, Throwable problem) {
            if (problem != null || bytes != size) {
                failure.compareAndSet(
                        null, problem != null ? problem : new IllegalStateException(bytes + " instead of " + size));
            }
            count++;
            if (timed) {
                latencies.add(System.nanoTime() - begin);
            }
            if (!state.compareAndSet(CALLING, ENDED) && goesOn()) {
                pump();
            }
        }

        private boolean goesOn() {
            if (System.nanoTime() < end && failure.get() == null) {
                return true;
            }
            left.countDown();
            return false;
        }
    }
}
