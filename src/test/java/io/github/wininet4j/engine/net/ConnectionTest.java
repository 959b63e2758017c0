package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timeouts, counters and ownership of one connection. */
class ConnectionTest {
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

    private Connection lease(Timeouts timeouts) throws IOException {
        return rig.pool.lease(rig.key(server), rig.terms(timeouts, new Cancellation()));
    }

    /** R-TIMEOUT-1. */
    @Test
    void read_whenNothingComes_timesOutAndClosesTheConnection() throws Exception {
        Connection connection = lease(new Timeouts(-1, -1, 20, 5));
        Thread task = new Thread(rig.background.remove());
        task.start();

        assertThatThrownBy(() -> connection.input().fill()).isInstanceOf(SocketTimeoutException.class);

        assertThat(connection.isClosed()).isTrue();
        rig.pool.discard(connection, ConnectionEvents.SILENT);
        rig.pool.close();
        task.join(Waits.SECONDS * 1_000L);
        assertThat(task.isAlive()).isFalse();
    }

    /** R-TIMEOUT-1: a timeout that is shortened while the background task sleeps counts from then on. */
    @Test
    void read_afterTheTimeoutWasShortened_timesOut() throws Exception {
        Connection connection = lease(new Timeouts(-1, -1, 60_000, 5));
        Thread task = new Thread(rig.background.remove());
        task.start();
        connection.setReceiveTimeout(20);

        assertThatThrownBy(() -> connection.input().fill()).isInstanceOf(SocketTimeoutException.class);

        rig.pool.close();
        task.join(Waits.SECONDS * 1_000L);
        assertThat(task.isAlive()).isFalse();
    }

    @Test
    void fillWithin_whenNothingComes_timesOutAndKeepsTheConnection() throws IOException {
        Connection connection = lease(new Timeouts(-1, -1, 60_000, 5));
        Socket peer = server.accept();

        assertThatThrownBy(() -> connection.fillWithin(20)).isInstanceOf(SocketTimeoutException.class);

        peer.getOutputStream().write(new byte[3]);
        assertThat(connection.input().fill()).isTrue();
        assertThat(connection.tcp().getSoTimeout()).isZero();
    }

    /** Without the background task the socket itself has to limit reads. */
    @Test
    void read_whenNoThreadCanBeHad_timesOut() throws IOException {
        Watchdog refused = new Watchdog(task -> {
            throw new RejectedExecutionException();
        });
        ConnectionPool pool = new ConnectionPool(
                new Dialer(host -> List.of(InetAddress.getLoopbackAddress()), rig.clock, new WorkerThreads(), refused),
                rig.clock,
                refused);
        Connection connection = pool.lease(rig.key(server), rig.terms(new Timeouts(-1, -1, 20, 5), new Cancellation()));

        assertThatThrownBy(() -> connection.input().fill()).isInstanceOf(SocketTimeoutException.class);

        connection.close();
        pool.close();
    }

    /** R-TIMEOUT-1, although Java's sockets know no send timeout. */
    @Test
    void write_whenTheOtherEndDoesNotRead_timesOut() throws Exception {
        Connection connection = lease(new Timeouts(-1, 40, -1, 5));
        server.accept();
        byte[] data = new byte[64 << 20];
        Thread[] task = new Thread[1];
        // The write starts the background task, which this test then has to run.
        Thread starter = new Thread(() -> {
            while (rig.background.peek() == null) {
                Thread.onSpinWait();
            }
            task[0] = new Thread(rig.background.remove());
            task[0].start();
        });
        starter.start();

        assertThatThrownBy(() -> connection.output().write(data)).isInstanceOf(SocketTimeoutException.class);

        assertThat(connection.isClosed()).isTrue();
        starter.join();
        rig.pool.discard(connection, ConnectionEvents.SILENT);
        rig.pool.close();
        task[0].join(Waits.SECONDS * 1_000L);
        assertThat(task[0].isAlive()).isFalse();
    }

    @Test
    void write_ofALittle_isNotWatched() throws IOException {
        Connection connection = lease(new Timeouts(-1, 40, -1, 5));

        connection.output().write(new byte[16_384]);

        assertThat(rig.background).isEmpty();
        assertThat(connection.bytesSent()).isEqualTo(16_384);
        connection.output().write(1);
        assertThat(rig.background).hasSize(1);
    }

    @Test
    void sweep_whenNoWriteIsUnderWay_closesNothing() throws Exception {
        Connection connection = lease(new Timeouts(-1, 60_000, -1, 5));
        Socket peer = server.accept();
        Thread reader = new Thread(() -> {
            try {
                peer.getInputStream().readNBytes(1 << 20);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        reader.start();
        connection.output().write(new byte[1 << 20]);
        reader.join();
        connection.setSendTimeout(1);

        rig.watchdog.sweep();
        assertThat(connection.isClosed()).isFalse();
        rig.pool.giveBack(connection);
        assertThat(connection.isClosed()).isFalse();
    }

    @Test
    void counters_countBothWays() throws IOException {
        Connection connection = lease(Timeouts.NONE);
        server.accept().getOutputStream().write(new byte[10]);

        connection.input().fill();
        connection.output().write(new byte[3]);
        connection.output().write(7);

        assertThat(connection.bytesReceived()).isEqualTo(10);
        assertThat(connection.bytesSent()).isEqualTo(4);
    }

    @Test
    void bind_movesTheConnectionToAnotherOperation() throws IOException {
        Cancellation first = new Cancellation();
        Cancellation second = new Cancellation();
        Connection connection = rig.pool.lease(rig.key(server), rig.terms(Timeouts.NONE, first));

        connection.bind(second);
        connection.bind(second);
        first.cancel();
        assertThat(connection.isClosed()).isFalse();
        second.cancel();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> connection.bind(second)).isInstanceOf(CancelledIoException.class);
    }

    @Test
    void bind_toOrFromACancelledOperation_closesTheConnection() throws IOException {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Connection one = lease(Timeouts.NONE);
        assertThatThrownBy(() -> one.bind(cancelled)).isInstanceOf(CancelledIoException.class);
        assertThat(one.isClosed()).isTrue();

        Cancellation first = new Cancellation();
        Connection two = rig.pool.lease(rig.key(server), rig.terms(Timeouts.NONE, first));
        first.cancel();
        assertThatThrownBy(() -> two.bind(new Cancellation())).isInstanceOf(CancelledIoException.class);
        assertThat(two.isClosed()).isTrue();
    }

    @Test
    void handshakeStep_isTheShorterFiniteTimeout() {
        assertThat(new Timeouts(10, 0, 20, 1).handshakeStep()).isEqualTo(10);
        assertThat(new Timeouts(-1, 0, 20, 1).handshakeStep()).isEqualTo(20);
        assertThat(new Timeouts(10, 0, 0, 1).handshakeStep()).isEqualTo(10);
        assertThat(new Timeouts(-1, 0, -2, 1).handshakeStep()).isZero();
    }

    @Test
    void scratch_isKeptUnlessItGrewTooLarge() throws IOException {
        Connection connection = lease(Timeouts.NONE);
        byte[] lent = connection.borrowScratch();

        assertThat(connection.borrowScratch()).isNotSameAs(lent);
        connection.returnScratch(lent);
        assertThat(connection.borrowScratch()).isSameAs(lent);
        connection.returnScratch(new byte[100_000]);
        assertThat(connection.borrowScratch()).hasSizeLessThan(100_000);
    }
}
