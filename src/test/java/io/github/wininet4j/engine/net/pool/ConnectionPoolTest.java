package io.github.wininet4j.engine.net.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.ConnectionState;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.LoopbackServer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a connection, which one, and when. */
class ConnectionPoolTest {
    private final PoolRig rig = new PoolRig();
    private LoopbackServer server;

    @BeforeEach
    void listen() throws IOException {
        server = LoopbackServer.start();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        server.close();
    }

    @Test
    void lease_ofANewConnection_connectsWithEvents() throws IOException {
        Connection connection = rig.lease(server);

        assertThat(rig.events.entries()).containsExactly("connecting 127.0.0.1", "connected 127.0.0.1");
        assertThat(connection.reused()).isFalse();
        assertThat(connection.findings()).isNull();
        assertThat(ConnectionState.socket(connection).getTcpNoDelay()).isTrue();
        assertThat(connection.remoteAddress()).hasToString("/127.0.0.1:" + server.port());
        assertThat(server.accept().getPort())
                .isEqualTo(ConnectionState.socket(connection).getLocalPort());
    }

    /** R-SEQ-4. */
    @Test
    void lease_whenConnectionsAreIdle_takesTheOneUsedLast_withoutEvents() throws IOException {
        Connection first = rig.lease(server);
        Connection second = rig.lease(server);
        rig.pool.giveBack(first);
        rig.pool.giveBack(second);
        rig.events.entries().clear();

        assertThat(rig.lease(server)).isSameAs(second);
        assertThat(rig.lease(server)).isSameAs(first);
        assertThat(second.reused()).isTrue();
        assertThat(rig.events.entries()).isEmpty();
    }

    @Test
    void lease_forAnotherKeyOfTheServer_doesNotShareTheConnection() throws IOException {
        rig.pool.giveBack(rig.lease(server));

        ConnectionKey other = new ConnectionKey("127.0.0.1", server.port(), false, "other");
        Connection connection = rig.pool.lease(other, rig.terms());

        assertThat(connection.reused()).isFalse();
        assertThat(rig.pool.keyOf(connection)).isEqualTo(other);
    }

    /** R-LIMIT-1, R-LIMIT-2. */
    @Test
    void lease_atTheLimit_waitsInOrder() throws Exception {
        Connection first = rig.lease(server);
        Connection second = rig.lease(server);
        PoolRig.Pending third = rig.leaseLater(rig.key(server), rig.terms());
        PoolRig.Pending fourth = rig.leaseLater(rig.key(server), rig.terms());
        PoolRig.Pending fifth = rig.leaseLater(rig.key(server), rig.terms());

        rig.pool.giveBack(second);
        assertThat(third.get()).isSameAs(second);
        assertThat(second.reused()).isTrue();
        assertThat(fourth.result()).isNotDone();
        rig.pool.discard(first, ConnectionEvents.SILENT);
        Connection opened = fourth.get();
        assertThat(opened).isNotSameAs(first).isNotSameAs(second);
        assertThat(fifth.result()).isNotDone();
        rig.pool.giveBack(opened);
        assertThat(fifth.get()).isSameAs(opened);
    }

    @Test
    void lease_atTheLimit_whenTheFirstInLineNeedsAnotherKey_closesWhatCameBackAndOpens() throws Exception {
        rig.limit.set(1);
        Connection first = rig.lease(server);
        ConnectionKey other = new ConnectionKey("127.0.0.1", server.port(), false, "other");
        PoolRig.Pending waiting = rig.leaseLater(other, rig.terms());
        PoolRig.Pending behind = rig.leaseLater(rig.key(server), rig.terms());

        rig.pool.giveBack(first);

        assertThat(rig.pool.keyOf(waiting.get())).isEqualTo(other);
        assertThat(first.isClosed()).isTrue();
        assertThat(behind.result()).isNotDone();
        rig.pool.giveBack(waiting.get());
        assertThat(behind.get().reused()).isFalse();
    }

    @Test
    void lease_atTheLimit_whenAnotherKeyHoldsAnIdleConnection_takesItsPlace() throws IOException {
        rig.limit.set(1);
        Connection idle = rig.lease(server);
        rig.pool.giveBack(idle);

        ConnectionKey other = new ConnectionKey("127.0.0.1", server.port(), false, "other");
        Connection connection = rig.pool.lease(other, rig.terms());

        assertThat(rig.pool.keyOf(connection)).isEqualTo(other);
        assertThat(idle.isClosed()).isTrue();
    }

    @Test
    void lease_ofAnotherServer_isNotHeldUp() throws IOException {
        rig.limit.set(1);
        rig.lease(server);
        try (LoopbackServer another = LoopbackServer.start()) {
            assertThat(rig.lease(another)).isNotNull();
        }
    }

    @Test
    void lease_whenConnectingFails_leavesItsPlaceToOthers() throws Exception {
        rig.limit.set(1);
        ConnectionKey nobody;
        try (LoopbackServer gone = LoopbackServer.start()) {
            nobody = rig.key(gone);
        }
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> rig.pool.lease(nobody, rig.terms())).isInstanceOf(ConnectException.class);
        }
        assertThat(rig.pool.servers()).isZero();
    }

    /** The retry after a stale connection must not get another one (R-SEND-15). */
    @Test
    void lease_ofAFreshConnection_neverReuses_evenAtTheLimit() throws IOException {
        rig.limit.set(1);
        Connection idle = rig.lease(server);
        rig.pool.giveBack(idle);

        Connection fresh = rig.pool.lease(rig.key(server), rig.terms().asFresh());

        assertThat(fresh.reused()).isFalse();
        assertThat(idle.isClosed()).isTrue();
    }

    @Test
    void cancel_whileWaitingForAPlace_endsTheLeaseAndKeepsTheLineMoving() throws Exception {
        rig.limit.set(1);
        Connection first = rig.lease(server);
        PoolRig.Pending impatient = rig.leaseLater(rig.key(server), rig.terms());
        PoolRig.Pending patient = rig.leaseLater(rig.key(server), rig.terms());

        impatient.cancellation().cancel();

        assertThat(catchThrowable(impatient::get))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledIoException.class);
        rig.pool.giveBack(first);
        assertThat(patient.get()).isSameAs(first);
    }

    @Test
    void interrupt_whileWaitingForAPlace_endsTheLease() throws IOException {
        rig.limit.set(1);
        rig.lease(server);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> rig.lease(server)).isInstanceOf(CancelledIoException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(rig.pool.waiting(rig.key(server))).isZero();
    }

    @Test
    void lease_whenCancelledBefore_doesNothing() {
        LeaseOptions terms = rig.terms();
        terms.cancellation().cancel();

        assertThatThrownBy(() -> rig.pool.lease(rig.key(server), terms)).isInstanceOf(CancelledIoException.class);
        assertThat(rig.events.entries()).isEmpty();
        assertThat(rig.pool.servers()).isZero();
    }

    @Test
    void cancel_whileReading_failsTheReadAndKeepsTheConnectionOutOfThePool() throws Exception {
        LeaseOptions terms = rig.terms();
        Connection connection = rig.pool.lease(rig.key(server), terms);
        Thread canceller = new Thread(terms.cancellation()::cancel);
        canceller.start();

        assertThatThrownBy(() -> connection.input().fill()).isInstanceOf(CancelledIoException.class);
        canceller.join();
        rig.pool.giveBack(connection);

        assertThat(rig.pool.servers()).isZero();
    }

    /** R-LIMIT-3. */
    @Test
    void limitsChanged_whenTheLimitWasRaised_letsWaitingLeasesGoOn() throws Exception {
        rig.limit.set(1);
        rig.lease(server);
        PoolRig.Pending second = rig.leaseLater(rig.key(server), rig.terms());
        PoolRig.Pending third = rig.leaseLater(rig.key(server), rig.terms());
        PoolRig.Pending fourth = rig.leaseLater(rig.key(server), rig.terms());

        rig.limit.set(3);
        rig.pool.limitsChanged();

        assertThat(second.get().reused()).isFalse();
        assertThat(third.get().reused()).isFalse();
        assertThat(fourth.result()).isNotDone();
        rig.pool.discard(second.get(), ConnectionEvents.SILENT);
        assertThat(fourth.get()).isNotNull();
    }

    @Test
    void giveBack_whenTheLimitWasLowered_closesWhatIsTooMuch() throws IOException {
        Connection first = rig.lease(server);
        Connection second = rig.lease(server);
        rig.limit.set(1);

        rig.pool.giveBack(first);
        rig.pool.giveBack(second);

        assertThat(first.isClosed()).isTrue();
        assertThat(rig.lease(server)).isSameAs(second);
    }

    /** R-LIMIT-1: HTTP/1.0 servers have a limit of their own; remembered for two minutes (R-TIMEOUT-8). */
    @Test
    void noteVersion_ofAnOldServer_appliesItsLimit() throws Exception {
        rig.limit.set(1);
        rig.oldLimit.set(2);
        Connection first = rig.lease(server);

        rig.pool.noteVersion(first, true);
        Connection second = rig.lease(server);
        PoolRig.Pending third = rig.leaseLater(rig.key(server), rig.terms());
        assertThat(third.result()).isNotDone();
        rig.clock.advanceSeconds(120);
        rig.pool.discard(second, ConnectionEvents.SILENT);

        assertThat(third.result()).isNotDone();
        rig.pool.noteVersion(first, true);
        rig.pool.limitsChanged();
        assertThat(third.get()).isNotNull();
        rig.pool.noteVersion(first, false);
        assertThat(rig.leaseLater(rig.key(server), rig.terms()).result()).isNotDone();
    }

    /** R-SEQ-13. */
    @Test
    void discard_closesWithEvents_once() throws IOException {
        Connection connection = rig.lease(server);
        rig.events.entries().clear();

        rig.pool.discard(connection, rig.events);
        rig.pool.discard(connection, rig.events);

        assertThat(rig.events.entries()).containsExactly("closing", "closed");
        assertThat(connection.isClosed()).isTrue();
        assertThat(rig.pool.servers()).isZero();
    }

    @Test
    void giveBack_whenBytesAreLeftOver_closes() throws IOException {
        Connection connection = rig.lease(server);
        server.accept().getOutputStream().write("left over".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        connection.input().fill();

        rig.pool.giveBack(connection);

        assertThat(connection.isClosed()).isTrue();
        assertThat(rig.pool.servers()).isZero();
    }

    @Test
    void giveBack_afterTheEnd_closes() throws IOException {
        Connection connection = rig.lease(server);
        server.accept().close();
        connection.input().fill();

        rig.pool.giveBack(connection);

        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void endpoint_ofATunnel_isTheProxy() {
        ConnectionKey key = new ConnectionKey("Server.Example", 443, true, "", new Endpoint("PROXY", 8080), null);

        assertThat(key.host()).isEqualTo("server.example");
        assertThat(key.endpoint()).isEqualTo(new Endpoint("proxy", 8080));
        assertThat(new ConnectionKey("[::1]", 80, false, "").endpoint()).isEqualTo(new Endpoint("::1", 80));
    }

    @Test
    void lease_throughATunnel_connectsToTheProxyAndOpensTheWay() throws IOException {
        ConnectionKey key =
                new ConnectionKey("server.example", 80, false, "", new Endpoint("127.0.0.1", server.port()), null);
        LeaseOptions plain = rig.terms();
        LeaseOptions terms = new LeaseOptions(
                plain.limits(),
                plain.timeouts(),
                null,
                rig.events,
                plain.cancellation(),
                connection -> connection.output().write('T'),
                false);

        Connection connection = rig.pool.lease(key, terms);

        assertThat(server.accept().getInputStream().read()).isEqualTo('T');
        assertThat(connection.bytesSent()).isEqualTo(1);
    }

    @Test
    void lease_whenTheTunnelFails_closesWithEvents() {
        ConnectionKey key =
                new ConnectionKey("server.example", 80, false, "", new Endpoint("127.0.0.1", server.port()), null);
        LeaseOptions plain = rig.terms();
        LeaseOptions terms = new LeaseOptions(
                plain.limits(),
                plain.timeouts(),
                null,
                rig.events,
                plain.cancellation(),
                connection -> {
                    throw new IOException("refused");
                },
                false);

        assertThatThrownBy(() -> rig.pool.lease(key, terms)).hasMessage("refused");
        assertThat(rig.events.entries())
                .containsExactlyElementsOf(List.of("connecting 127.0.0.1", "connected 127.0.0.1", "closing", "closed"));
        assertThat(rig.pool.servers()).isZero();
    }
}
