package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocking reads and writes over a selector, on any kind of thread. */
final class SelectorSocketTest {
    private final WorkerThreads workers = new WorkerThreads();
    private final SelectorLoop loop = new SelectorLoop(workers);
    private LoopbackServer server;
    private SelectorSocket socket;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        server = LoopbackServer.start();
        socket = new SelectorSocket(loop, SocketChannel.open());
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()), 0);
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
        loop.close();
        workers.close();
    }

    private CompletableFuture<Integer> readAside(byte[] target) {
        return aside(() -> socket.getInputStream().read(target, 0, target.length));
    }

    /** Runs something on a thread of its own and returns once that thread waits. */
    private static CompletableFuture<Integer> aside(java.util.concurrent.Callable<Integer> work) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && !result.isDone()) {
            Thread.onSpinWait();
        }
        return result;
    }

    private static int get(CompletableFuture<Integer> result) throws Exception {
        return result.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void read_whenBytesComeLater_waitsForThem() throws Exception {
        byte[] target = new byte[10];
        CompletableFuture<Integer> read = readAside(target);

        peer.getOutputStream().write(new byte[] {'a', 'b', 'c'});

        assertThat(get(read)).isEqualTo(3);
        assertThat(target).startsWith('a', 'b', 'c');
    }

    @Test
    void read_ofWhatCameBeforeAnybodyAsked_returnsItAndWhatFollows() throws Exception {
        byte[] data = new byte[300_000];
        Arrays.fill(data, (byte) 7);
        data[data.length - 1] = 8;
        CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> {
            try {
                peer.getOutputStream().write(data);
                peer.shutdownOutput();
                return data.length;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        InputStream input = socket.getInputStream();
        while (input.available() == 0) {
            Thread.onSpinWait();
        }

        byte[] got = input.readAllBytes();

        assertThat(get(sent)).isEqualTo(got.length);
        assertThat(got).isEqualTo(data);
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void read_manyTimes_losesNothingBetweenWaitingAndReadingAtOnce() throws Exception {
        InputStream input = socket.getInputStream();
        byte[] target = new byte[3];
        for (int round = 0; round < 2_000; round++) {
            peer.getOutputStream().write(new byte[] {(byte) round, 1, 2, 3, 4});
            int seen = 0;
            while (seen < 5) {
                int got = input.read(target, 0, Math.min(target.length, 5 - seen));
                assertThat(target[0]).isEqualTo((byte) (seen == 0 ? round : seen));
                seen += got;
            }
        }
    }

    /** What follows on a wait without a thread, as what it reads then: -1 for the end, -2 for a failure. */
    private CompletableFuture<Integer> readOnceReadable(byte[] target) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        boolean waits = socket.whenReadable(
                () -> {
                    try {
                        result.complete(socket.getInputStream().read(target, 0, target.length));
                    } catch (IOException e) {
                        result.complete(-2);
                    }
                },
                new StallTimer());
        assertThat(waits).isTrue();
        return result;
    }

    @Test
    void whenReadable_whateverComesFirst_runsItOnce() throws Exception {
        byte[] target = new byte[3];
        for (int round = 0; round < 2_000; round++) {
            boolean early = round % 2 == 0;
            if (early) {
                peer.getOutputStream().write(new byte[] {(byte) round, 1, 2});
            }
            CompletableFuture<Integer> read = readOnceReadable(target);
            if (!early) {
                peer.getOutputStream().write(new byte[] {(byte) round, 1, 2});
            }
            int got = get(read);
            while (got < 3) {
                got += socket.getInputStream().read(target, got, 3 - got);
            }
            assertThat(target).containsExactly((byte) round, 1, 2);
        }
    }

    @Test
    void whenReadable_atTheEnd_runsIt() throws Exception {
        CompletableFuture<Integer> read = readOnceReadable(new byte[3]);
        peer.close();
        assertThat(get(read)).isEqualTo(-1);
    }

    @Test
    void whenReadable_closedMeanwhile_runsIt() throws Exception {
        CompletableFuture<Integer> read = readOnceReadable(new byte[3]);
        socket.close();
        assertThat(get(read)).isEqualTo(-2);
    }

    @Test
    void whenReadable_onceTheLoopEnds_runsIt() throws Exception {
        CompletableFuture<Integer> read = readOnceReadable(new byte[3]);
        loop.close();
        assertThat(get(read)).isEqualTo(-2);
    }

    @Test
    void whenReadable_closedBefore_leavesTheReadToTheCaller() {
        socket.close();
        assertThat(socket.whenReadable(() -> {}, new StallTimer())).isFalse();
    }

    @Test
    void whenReadable_withATimeoutOfTheSocket_leavesTheReadToTheCaller() {
        socket.setSoTimeout(1);
        assertThat(socket.whenReadable(() -> {}, new StallTimer())).isFalse();
    }

    @Test
    void loops_areSharedOut_andOneAtLeast() throws Exception {
        assertThat(SelectorLoops.count(1)).isEqualTo(1);
        assertThat(SelectorLoops.count(16)).isEqualTo(8);
        try (SelectorLoops loops = new SelectorLoops(workers, 3)) {
            for (int i = 0; i < 7; i++) {
                CompletableFuture<Integer> read = new CompletableFuture<>();
                workers.execute(() -> {
                    try (ChannelSocket client = loops.newSocket()) {
                        client.connect(new InetSocketAddress("127.0.0.1", server.port()), 0);
                        read.complete(client.getInputStream().read());
                    } catch (IOException e) {
                        read.completeExceptionally(e);
                    }
                });
                try (Socket other = server.accept()) {
                    other.getOutputStream().write(i);
                    assertThat(get(read)).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void read_whenTheOtherEndCloses_ends() throws Exception {
        CompletableFuture<Integer> read = readAside(new byte[10]);

        peer.close();

        assertThat(get(read)).isEqualTo(-1);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void read_whenTheOtherEndResets_fails() throws Exception {
        CompletableFuture<Integer> read = readAside(new byte[10]);

        peer.setOption(StandardSocketOptions.SO_LINGER, 0);
        peer.close();

        assertThatThrownBy(() -> get(read))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketException.class);
    }

    @Test
    void read_whenNothingComesInTime_failsAndCanBeTriedAgain() throws Exception {
        socket.setSoTimeout(20);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        peer.getOutputStream().write(5);
        socket.setSoTimeout(0);

        assertThat(socket.getInputStream().read()).isEqualTo(5);
    }

    @Test
    void close_whileAReadWaits_endsIt() throws Exception {
        CompletableFuture<Integer> read = readAside(new byte[10]);

        socket.close();

        assertThatThrownBy(() -> get(read)).hasCauseInstanceOf(SocketException.class);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(socket.isClosed()).isTrue();
        // The system's socket is closed as well, by the loop.
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void close_ofTheLoop_endsReadsAndRefusesSockets() throws Exception {
        CompletableFuture<Integer> read = readAside(new byte[10]);

        loop.close();

        assertThatThrownBy(() -> get(read)).hasCauseInstanceOf(SocketException.class);
        try (SelectorSocket late = new SelectorSocket(loop, SocketChannel.open())) {
            assertThatThrownBy(() -> late.connect(new InetSocketAddress("127.0.0.1", server.port()), 0))
                    .isInstanceOf(SocketException.class);
        }
    }

    /** As the JDK's sockets do on virtual threads. */
    @Test
    void read_whenTheThreadIsInterrupted_closes() throws Exception {
        AtomicReference<Thread> reader = new AtomicReference<>();
        CompletableFuture<Integer> read = aside(() -> {
            reader.set(Thread.currentThread());
            return socket.getInputStream().read();
        });

        reader.get().interrupt();

        assertThatThrownBy(() -> get(read)).hasCauseInstanceOf(SocketException.class);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void write_ofMoreThanFits_waitsUntilTheOtherEndReads() throws Exception {
        byte[] data = new byte[32 << 20];
        data[data.length - 1] = 9;
        CompletableFuture<Integer> write = aside(() -> {
            socket.getOutputStream().write(data);
            socket.close();
            return 1;
        });
        assertThat(write).isNotDone();

        byte[] got = peer.getInputStream().readAllBytes();

        assertThat(get(write)).isEqualTo(1);
        assertThat(got).isEqualTo(data);
    }

    @Test
    void close_whileAWriteWaits_endsIt() throws Exception {
        CompletableFuture<Integer> write = aside(() -> {
            socket.getOutputStream().write(new byte[64 << 20]);
            return 1;
        });

        socket.close();

        assertThatThrownBy(() -> get(write)).hasCauseInstanceOf(SocketException.class);
    }

    @Test
    void write_whileAReadWaits_goesOn() throws Exception {
        CompletableFuture<Integer> read = readAside(new byte[1]);
        byte[] data = new byte[8 << 20];
        CompletableFuture<Integer> write = aside(() -> {
            socket.getOutputStream().write(data);
            return 1;
        });

        assertThat(peer.getInputStream().readNBytes(data.length)).hasSize(data.length);
        peer.getOutputStream().write(1);

        assertThat(get(write)).isEqualTo(1);
        assertThat(get(read)).isEqualTo(1);
    }
}
