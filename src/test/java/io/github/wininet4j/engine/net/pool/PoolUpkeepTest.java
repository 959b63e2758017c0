package io.github.wininet4j.engine.net.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.ConnectionState;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to idle connections, and how a pool ends. */
class PoolUpkeepTest {
    private final PoolRig rig = new PoolRig();
    private LoopbackServer server;

    @BeforeEach
    void listen() throws IOException {
        server = LoopbackServer.start();
    }

    /** The end arrives a moment after the peer has closed. */
    private static void awaitClose(Connection connection) {
        while (connection.isIdleAndOpen()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        server.close();
    }

    /** R-SEND-22, R-SEND-23: what the server closed is no event, and is seen however short the connection was idle. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void lease_whenTheServerClosedTheIdleConnection_opensAnotherWithoutFurtherEvents(int idleSeconds)
            throws IOException {
        Connection dead = rig.lease(server);
        Socket peer = server.accept();
        rig.pool.giveBack(dead);
        peer.close();
        awaitClose(dead);
        rig.clock.advanceSeconds(idleSeconds);
        rig.events.entries().clear();

        Connection connection = rig.lease(server);

        assertThat(connection).isNotSameAs(dead);
        assertThat(connection.reused()).isFalse();
        assertThat(rig.events.entries()).containsExactly("connecting 127.0.0.1", "connected 127.0.0.1");
        assertThat(dead.isClosed()).isTrue();
    }

    @Test
    void lease_whenOneOfTwoIdleConnectionsHasDied_takesTheOther() throws IOException {
        Connection alive = rig.lease(server);
        server.accept();
        Connection dead = rig.lease(server);
        Socket peer = server.accept();
        rig.pool.giveBack(alive);
        rig.pool.giveBack(dead);
        peer.close();
        rig.clock.advanceSeconds(10);

        assertThat(rig.lease(server)).isSameAs(alive);
        assertThat(rig.lease(server).reused()).isFalse();
        assertThat(rig.leaseLater(rig.key(server), rig.terms()).result()).isNotDone();
    }

    @Test
    void lease_whenTheServerSpokeUnasked_closesThatConnectionWithEvents() throws IOException {
        Connection connection = rig.lease(server);
        Socket peer = server.accept();
        rig.pool.giveBack(connection);
        peer.getOutputStream().write('x');
        rig.clock.advanceSeconds(2);

        assertThat(rig.lease(server)).isNotSameAs(connection);
    }

    @Test
    void lease_whenTheConnectionIsAlive_restoresItsTimeouts() throws IOException {
        rig.pool.giveBack(rig.lease(server));
        server.accept();
        rig.clock.advanceSeconds(59);

        Connection connection =
                rig.pool.lease(rig.key(server), rig.terms(new Timeouts(-1, -1, 12_345, 5), new Cancellation()));

        assertThat(connection.reused()).isTrue();
        assertThat(ConnectionState.millisToExpiry(connection)).isEqualTo(12_345);
        assertThat(ConnectionState.socket(connection).getSoTimeout()).isZero();
    }

    /** R-TIMEOUT-8. */
    @Test
    void lease_afterAMinute_doesNotUseTheIdleConnection_andClosesItInSilence() throws IOException {
        Connection old = rig.lease(server);
        rig.pool.giveBack(old);
        rig.events.entries().clear();
        rig.clock.advanceSeconds(60);

        Connection connection = rig.lease(server);

        assertThat(connection).isNotSameAs(old);
        assertThat(old.isClosed()).isTrue();
        assertThat(rig.events.entries()).containsExactly("connecting 127.0.0.1", "connected 127.0.0.1");
    }

    @Test
    void sweep_closesWhatExpiredAndForgetsTheServer() throws IOException {
        List<Connection> all = new ArrayList<>();
        List<LoopbackServer> servers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LoopbackServer next = LoopbackServer.start();
            servers.add(next);
            all.add(rig.lease(next));
        }
        for (Connection connection : all) {
            rig.pool.giveBack(connection);
            rig.clock.advanceSeconds(10);
        }
        assertThat(rig.pool.servers()).isEqualTo(3);

        rig.clock.advanceSeconds(40);
        rig.watchdog.sweep();

        assertThat(all).extracting(Connection::isClosed).containsExactly(true, true, false);
        assertThat(rig.pool.servers()).isEqualTo(1);
        for (LoopbackServer next : servers) {
            next.close();
        }
    }

    @Test
    void giveBack_startsOneTask_whichEndsWhenNothingIsLeftToWatch() throws Exception {
        Connection first = rig.lease(server);
        Connection second = rig.lease(server);
        assertThat(rig.background).isEmpty();

        rig.pool.giveBack(first);
        rig.pool.giveBack(second);

        assertThat(rig.background).hasSize(1);
        assertThat(rig.watchdog.isRunning()).isTrue();
        rig.pool.closeIdle();
        Waits.within("the task", rig.background.remove()::run);
        assertThat(rig.watchdog.isRunning()).isFalse();
        rig.pool.giveBack(rig.lease(server));
        assertThat(rig.background).hasSize(1);
    }

    @Test
    void close_endsTheRunningTask() throws Exception {
        rig.pool.giveBack(rig.lease(server));
        Thread task = new Thread(rig.background.remove());
        task.start();

        rig.pool.close();

        task.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        assertThat(task.isAlive()).isFalse();
    }

    @Test
    void giveBack_whenNoThreadCanBeHad_keepsTheConnectionAllTheSame() throws IOException {
        Watchdog refused = new Watchdog(task -> {
            throw new RejectedExecutionException();
        });
        ConnectionPool pool = new ConnectionPool(
                new Dialer(host -> List.of(InetAddress.getLoopbackAddress()), rig.clock, new WorkerThreads(), refused),
                rig.clock,
                refused);
        Connection connection = pool.lease(rig.key(server), rig.terms());

        pool.giveBack(connection);

        assertThat(pool.lease(rig.key(server), rig.terms())).isSameAs(connection);
        pool.close();
    }

    /** R-SEQ-14. */
    @Test
    void closeIdle_closesIdleConnections_andLeavesThoseInUse() throws IOException {
        Connection used = rig.lease(server);
        Connection idle = rig.lease(server);
        rig.pool.giveBack(idle);

        rig.pool.closeIdle();

        assertThat(idle.isClosed()).isTrue();
        assertThat(used.isClosed()).isFalse();
        rig.pool.giveBack(used);
        assertThat(rig.lease(server)).isSameAs(used);
    }

    @Test
    void close_endsWaitingLeases_andLaterOnesAtOnce() throws Exception {
        rig.limit.set(1);
        Connection used = rig.lease(server);
        PoolRig.Pending waiting = rig.leaseLater(rig.key(server), rig.terms());

        rig.pool.close();

        assertThat(catchThrowable(waiting::get))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledIoException.class);
        assertThatThrownBy(() -> rig.lease(server)).isInstanceOf(CancelledIoException.class);
        rig.pool.giveBack(used);
        assertThat(used.isClosed()).isTrue();
        assertThat(rig.pool.servers()).isZero();
    }

    @Test
    void lease_whenAnEventHandlerFails_losesNoPlace() throws IOException {
        rig.limit.set(1);
        Connection dead = rig.lease(server);
        Socket peer = server.accept();
        rig.pool.giveBack(dead);
        peer.close();
        rig.clock.advanceSeconds(2);
        ConnectionEvents failing = new FailingEvents();
        LeaseOptions plain = rig.terms();
        LeaseOptions terms =
                new LeaseOptions(plain.limits(), plain.timeouts(), null, failing, plain.cancellation(), null, false);

        assertThatThrownBy(() -> rig.pool.lease(rig.key(server), terms)).hasMessage("handler failed");
        assertThatThrownBy(() -> rig.pool.lease(rig.key(server), terms)).hasMessage("handler failed");

        assertThat(rig.pool.servers()).isZero();
        assertThat(rig.lease(server)).isNotNull();
    }

    /** A program's handler with a bug. */
    private static final class FailingEvents implements ConnectionEvents {
        private static IllegalStateException failure() {
            return new IllegalStateException("handler failed");
        }

        @Override
        public void resolvingName(String host) {
            throw failure();
        }

        @Override
        public void nameResolved(String address) {
            throw failure();
        }

        @Override
        public void connecting(String address) {
            throw failure();
        }

        @Override
        public void connected(String address) {
            throw failure();
        }

        @Override
        public void closingConnection() {
            throw failure();
        }

        @Override
        public void connectionClosed() {
            throw failure();
        }
    }
}
