package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.host.NameResolver;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool with a clock that stands still and background work that runs only when a test runs it. */
final class PoolRig implements AutoCloseable {
    /** A lease that runs on a thread of its own. */
    record Pending(CompletableFuture<Connection> result, Cancellation cancellation) {
        Connection get() throws Exception {
            return result.get(Waits.SECONDS, TimeUnit.SECONDS);
        }
    }

    final MutableClock clock = new MutableClock();
    final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    final AtomicInteger limit = new AtomicInteger(2);
    final AtomicInteger oldLimit = new AtomicInteger(4);
    final EventLog events = new EventLog();
    final ConnectionPool pool;

    PoolRig() {
        this(host -> List.of(InetAddress.getByName("127.0.0.1")));
    }

    PoolRig(NameResolver resolver) {
        pool = new ConnectionPool(new Dialer(resolver, clock, new WorkerThreads()), clock, background::add);
    }

    ConnectionKey key(LoopbackServer server) {
        return new ConnectionKey("127.0.0.1", server.port(), false, "");
    }

    LeaseOptions terms() {
        return terms(Timeouts.NONE, new Cancellation());
    }

    LeaseOptions terms(Timeouts timeouts, Cancellation cancellation) {
        return new LeaseOptions(
                old -> old ? oldLimit.get() : limit.get(), timeouts, null, events, cancellation, null, false);
    }

    LeaseOptions tls(TlsPolicy policy) {
        LeaseOptions plain = terms();
        return new LeaseOptions(plain.limits(), plain.timeouts(), policy, events, plain.cancellation(), null, false);
    }

    Connection lease(LoopbackServer server) throws IOException {
        return pool.lease(key(server), terms());
    }

    /** Leases on another thread. */
    Pending leaseAside(ConnectionKey key, LeaseOptions terms) {
        CompletableFuture<Connection> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(pool.lease(key, terms));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Pending(result, terms.cancellation());
    }

    /** Leases on another thread; returns once the lease waits for its turn or has its connection. */
    Pending leaseLater(ConnectionKey key, LeaseOptions terms) {
        int before = pool.waiting(key);
        Pending pending = leaseAside(key, terms);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        while (pool.waiting(key) == before && !pending.result().isDone()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the lease neither waits nor ends");
            }
            Thread.onSpinWait();
        }
        return pending;
    }

    @Override
    public void close() {
        pool.close();
    }
}
