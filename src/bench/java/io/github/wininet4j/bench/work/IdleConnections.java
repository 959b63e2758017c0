package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.AsyncClient;
import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.client.Target;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A process that measures what memory connections take that are kept and not used. Its heap is resident from the start,
 * so resident memory grows by what lies outside of it. Prints {@code IDLE connections heap resident}: how many there
 * are, and bytes for each.
 */
public final class IdleConnections {
    private static final int FEW = 200;
    private static final int WAVES = 60;
    private static final int WAIT_SECONDS = 120;
    private static final int READ_SIZE = 128;
    private static final int COLLECTIONS = 4;

    private final AsyncClient client;
    private final List<AsyncClient.Lane> soon = new ArrayList<>();
    private final List<AsyncClient.Lane> late = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile CountDownLatch left;

    /** Makes all lanes, so that what the benchmark itself has for each does not count. */
    private IdleConnections(AsyncClient client, int connections) throws Exception {
        this.client = client;
        for (int i = 0; i < FEW + connections; i++) {
            // Only an answer that takes its time leaves time for all to have a connection of their own.
            (i < FEW ? soon : late).add(client.lane(i, i < FEW ? "/soon" : "/slow", this::done));
        }
    }

    /**
     * Runs the process.
     *
     * @param args contestant, port of the slow server, connections
     * @throws Exception if the client fails
     */
    public static void main(String[] args) throws Exception {
        int connections = Integer.parseInt(args[2]);
        Target target = Target.plain(Integer.parseInt(args[1]), FEW + connections, READ_SIZE);
        try (AsyncClient client = Contestant.named(args[0]).async().open(target)) {
            new IdleConnections(client, connections).measure();
        }
        System.exit(0);
    }

    private void measure() throws Exception {
        for (int i = 0; i < WAVES; i++) {
            wave(soon);
        }
        long sockets = sockets();
        long heap = usedHeap();
        long resident = Meter.status("VmRSS");
        wave(late);
        long more = sockets() - sockets;
        long heapGrowth = usedHeap() - heap;
        long growth = (Meter.status("VmRSS") - resident) * 1024;
        System.out.println("IDLE " + more + " " + heapGrowth / more + " " + growth / more);
    }

    private void wave(List<AsyncClient.Lane> lanes) throws InterruptedException {
        left = new CountDownLatch(lanes.size());
        lanes.forEach(AsyncClient.Lane::get);
        if (!left.await(WAIT_SECONDS, TimeUnit.SECONDS) || failure.get() != null) {
            throw new IllegalStateException(left.getCount() + " requests hang or one failed", failure.get());
        }
    }

    private void done(long bytes, Throwable problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        }
        left.countDown();
    }

    private static long sockets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(IdleConnections::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            // It was that of the listing itself.
            return false;
        }
    }

    /** What the last of some collections left, as cleaners and reference queues work in between. */
    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
