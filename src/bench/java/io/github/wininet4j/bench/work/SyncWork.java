package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.SyncClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work by calls that wait: one thread per lane. */
final class SyncWork implements Work {
    private final SyncClient client;
    private final Workload workload;
    private final long size;
    private final List<SyncClient.Lane> lanes = new ArrayList<>();
    private final ExecutorService threads;

    SyncWork(SyncClient client, Workload workload, long size) throws Exception {
        this.client = client;
        this.workload = workload;
        this.size = size;
        for (int i = 0; i < workload.lanes(); i++) {
            lanes.add(client.lane());
        }
        threads = Executors.newFixedThreadPool(workload.lanes());
    }

    @Override
    public long run(long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        List<Callable<Long>> tasks = new ArrayList<>();
        for (SyncClient.Lane lane : lanes) {
            tasks.add(() -> run(lane, end));
        }
        long sum = 0;
        for (Future<Long> task : threads.invokeAll(tasks)) {
            sum += task.get();
        }
        return sum;
    }

    private long run(SyncClient.Lane lane, long end) throws Exception {
        long count = 0;
        do {
            long bytes = workload.kind() == Workload.Kind.UPLOAD
                    ? lane.put(workload.path(), size)
                    : lane.get(workload.path());
            if (bytes != size) {
                throw new IllegalStateException(bytes + " bytes instead of " + size);
            }
            count++;
        } while (System.nanoTime() < end);
        return count;
    }

    @Override
    public void close() throws Exception {
        threads.shutdown();
        client.close();
    }
}
