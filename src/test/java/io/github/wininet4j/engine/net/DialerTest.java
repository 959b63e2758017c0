package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.testing.DeafServer;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking names up and connecting to one of several addresses. */
class DialerTest {
    private static final Timeouts FIVE = Timeouts.NONE;

    private final MutableClock clock = new MutableClock();
    private final EventLog events = new EventLog();
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final WorkerThreads workers = new WorkerThreads();
    private final Watchdog watchdog = new Watchdog(workers);
    private LoopbackServer server;

    @BeforeEach
    void listen() throws IOException {
        server = LoopbackServer.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        workers.close();
    }

    private Dialer connector(String... addresses) {
        return new Dialer(
                host -> {
                    lookUps.incrementAndGet();
                    List<InetAddress> found = new ArrayList<>();
                    for (String address : addresses) {
                        found.add(InetAddress.getByName(address));
                    }
                    return found;
                },
                clock,
                new WorkerThreads(),
                watchdog);
    }

    private void connect(Dialer connector, String host) throws IOException {
        connector.connect(host, server.port(), FIVE, events, cancellation).close();
    }

    /** R-SEQ-1, R-STAT-10 to 21. */
    @Test
    void connect_toAName_tellsEachStepWithAddressesAsText() throws IOException {
        connect(connector("127.0.0.1"), "a.example");

        assertThat(events.entries())
                .containsExactly(
                        "resolving a.example", "resolved 127.0.0.1", "connecting 127.0.0.1", "connected 127.0.0.1");
    }

    /** R-SEQ-3; the two minutes are R-TIMEOUT-8. */
    @Test
    void connect_toANameThatIsStillKnown_doesNotLookItUp() throws IOException {
        Dialer connector = connector("127.0.0.1");
        connect(connector, "a.example");
        clock.advanceSeconds(119);
        events.entries().clear();

        connect(connector, "a.example");
        assertThat(events.entries()).containsExactly("connecting 127.0.0.1", "connected 127.0.0.1");
        clock.advanceSeconds(1);
        connect(connector, "a.example");

        assertThat(events.entries()).contains("resolving a.example");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void connect_toAnAddressLiteral_looksNothingUp() throws IOException {
        connect(connector("203.0.113.1"), "127.0.0.1");

        assertThat(events.entries()).containsExactly("connecting 127.0.0.1", "connected 127.0.0.1");
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void connect_toAnIpv6Literal_withAndWithoutScope() throws IOException {
        InetAddress loopback = InetAddress.getByName("::1");
        try (LoopbackServer six = listenOn(loopback)) {
            Dialer connector = connector();
            connector.connect("::1", six.port(), FIVE, events, cancellation).close();
            connector
                    .connect("::1%25lo", six.port(), FIVE, events, cancellation)
                    .close();

            assertThat(events.entries()).hasSize(4).first().isEqualTo("connecting 0:0:0:0:0:0:0:1");
        }
    }

    private static LoopbackServer listenOn(InetAddress address) {
        try {
            return new LoopbackServer(address);
        } catch (IOException e) {
            assumeTrue(false, "this machine has no IPv6 loopback");
            throw new AssertionError(e);
        }
    }

    /** R-TIMEOUT-7. */
    @Test
    void connect_whenTheFirstAddressRefuses_triesTheNext() throws IOException {
        connect(connector("::1", "127.0.0.2", "127.0.0.1"), "a.example");

        assertThat(events.entries())
                .contains("connecting 0:0:0:0:0:0:0:1", "connecting 127.0.0.2")
                .endsWith("connecting 127.0.0.1", "connected 127.0.0.1");
    }

    /** R-OPTN-3: one attempt per address, and no more than there are retries. */
    @Test
    void connect_whenRetriesAreUsedUp_doesNotTryFurtherAddresses() {
        Dialer connector = connector("127.0.0.2", "127.0.0.3", "127.0.0.1");
        Timeouts two = new Timeouts(-1, -1, -1, 2);

        Throwable failure =
                catchThrowable(() -> connector.connect("a.example", server.port(), two, events, cancellation));

        assertThat(failure).isInstanceOf(ConnectException.class);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(events.entries())
                .filteredOn(entry -> entry.startsWith("connecting"))
                .hasSize(2);
    }

    @Test
    void connect_whenThereAreNoRetries_triesOneAddressAllTheSame() throws IOException {
        Dialer connector = connector("127.0.0.1");

        connector
                .connect("a.example", server.port(), new Timeouts(-1, -1, -1, 0), events, cancellation)
                .close();

        assertThat(events.entries()).endsWith("connected 127.0.0.1");
    }

    @Test
    void connect_afterItFailed_looksTheNameUpAgain() {
        Dialer connector = connector("127.0.0.2");

        assertThatThrownBy(() -> connect(connector, "a.example")).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connect(connector, "a.example")).isInstanceOf(ConnectException.class);

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void connect_whenTheNameIsUnknown_fails() {
        Dialer unknown = new Dialer(
                host -> {
                    throw new UnknownHostException(host);
                },
                clock,
                new WorkerThreads(),
                watchdog);
        assertThatThrownBy(() -> connect(unknown, "a.example")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> connect(connector(), "a.example")).isInstanceOf(UnknownHostException.class);
    }

    /** R-OPTN-2: cumulative over all addresses, so the second is not tried once the time is up. */
    @Test
    void connect_whenNobodyAnswers_timesOutOnceForAllAddresses() throws IOException {
        try (DeafServer deaf = DeafServer.start()) {
            Dialer connector = connector("127.0.0.1", "127.0.0.1", "127.0.0.1");
            Timeouts brief = new Timeouts(30, -1, -1, 5);

            assertThatThrownBy(() -> connector.connect("a.example", deaf.port(), brief, events, cancellation))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(events.entries())
                    .filteredOn(entry -> entry.startsWith("connecting"))
                    .hasSizeLessThan(3);
        }
    }

    @Test
    void cancel_whileConnecting_endsTheAttempt() throws Exception {
        try (DeafServer deaf = DeafServer.start()) {
            CompletableFuture<Void> outcome = CompletableFuture.runAsync(() -> {
                try {
                    connector("127.0.0.1").connect("a.example", deaf.port(), FIVE, events, cancellation);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            awaitEntry("connecting 127.0.0.1");

            cancellation.cancel();

            assertThat(failureOf(outcome).getCause()).isInstanceOf(CancelledIoException.class);
        }
    }

    @Test
    void cancel_whileTheNameIsLookedUp_endsTheAttemptWhenTheLookUpReturns() throws Exception {
        Gate inside = new Gate("look-up began");
        Gate goOn = new Gate("look-up may end");
        Dialer slow = new Dialer(
                host -> {
                    inside.open();
                    goOn.await();
                    return List.of(InetAddress.getLoopbackAddress());
                },
                clock,
                new WorkerThreads(),
                watchdog);
        CompletableFuture<Void> outcome = CompletableFuture.runAsync(() -> {
            try {
                connect(slow, "a.example");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        inside.await();

        cancellation.cancel();
        goOn.open();

        assertThat(failureOf(outcome).getCause()).isInstanceOf(CancelledIoException.class);
        assertThat(events.entries()).containsExactly("resolving a.example");
    }

    private void awaitEntry(String entry) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        while (!events.entries().contains(entry)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Throwable failureOf(CompletableFuture<Void> outcome) {
        Throwable failure = catchThrowable(() -> outcome.get(Waits.SECONDS, TimeUnit.SECONDS));
        assertThat(failure).isInstanceOf(ExecutionException.class);
        return failure.getCause();
    }
}
