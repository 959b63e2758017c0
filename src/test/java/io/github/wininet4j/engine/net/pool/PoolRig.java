package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.EventLog;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.MutableClock;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
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
public final class PoolRig implements AutoCloseable {
    /** A lease that runs on a thread of its own. */
    public record Pending(CompletableFuture<Connection> result, Cancellation cancellation) {
        public Connection get() throws Exception {
            return result.get(Waits.SECONDS, TimeUnit.SECONDS);
        }
    }

    public final MutableClock clock = new MutableClock();
    public final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    public final AtomicInteger limit = new AtomicInteger(2);
    public final AtomicInteger oldLimit = new AtomicInteger(4);
    public final Watchdog watchdog = new Watchdog(background::add);
    public final EventLog events = new EventLog();
    public final ConnectionPool pool;

    public PoolRig() {
        this(host -> List.of(InetAddress.getByName("127.0.0.1")));
    }

    public PoolRig(NameResolver resolver) {
        pool = new ConnectionPool(new Dialer(resolver, clock, new WorkerThreads(), watchdog), clock, watchdog);
    }

    public int servers() {
        return pool.servers();
    }

    public ConnectionKey key(LoopbackServer server) {
        return new ConnectionKey("127.0.0.1", server.port(), false, "");
    }

    public LeaseOptions terms() {
        return terms(Timeouts.NONE, new Cancellation());
    }

    public LeaseOptions terms(Timeouts timeouts, Cancellation cancellation) {
        return new LeaseOptions(
                old -> old ? oldLimit.get() : limit.get(), timeouts, null, events, cancellation, null, false);
    }

    public LeaseOptions tls(TlsPolicy policy) {
        LeaseOptions plain = terms();
        return new LeaseOptions(plain.limits(), plain.timeouts(), policy, events, plain.cancellation(), null, false);
    }

    public Connection lease(LoopbackServer server) throws IOException {
        return pool.lease(key(server), terms());
    }

    /** Leases on another thread. */
    public Pending leaseAside(ConnectionKey key, LeaseOptions terms) {
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
    public Pending leaseLater(ConnectionKey key, LeaseOptions terms) {
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
