package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.testing.peers.Http2Server;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many requests at a time on one connection. {@code Http2Run} has more of it. */
@ContractTest
final class Http2ParallelContractTest extends Http2Fixture {
    private static final int REQUESTS = 120;
    private static final int THREADS = 64;
    private static final int ROUNDS = 6;

    Http2ParallelContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static byte[] page(int length) {
        byte[] page = new byte[length];
        for (int i = 0; i < length; i++) {
            page[i] = (byte) (i * 7 + (i >> 10));
        }
        return page;
    }

    private void all(Http2Server server, byte[] page) {
        Conversation client = client(server.port(), InternetFlag.INTERNET_FLAG_ASYNC);
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            HINTERNET request = request(client, "GET", "/page");
            requests.add(request);
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        }
        for (HINTERNET request : requests) {
            assertThat(log.awaitComplete(request).dwError).isZero();
        }
        // Whoever makes the connection is told so; the others have that one.
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER))
                .hasSize(1);
        for (HINTERNET request : requests) {
            assertThat(used(request)).isEqualTo(2);
            assertThat(client.readAll(request)).isEqualTo(page);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"R-PROJ-H2-1", "R-PROJ-H2-3"})
    void requests_atOnce_shareOneConnectionOfAnyServer(Http2Server.Kind kind) {
        byte[] page = page(10_000);
        all(backEnd.closeAfterTest(Http2Server.start(kind, page, 1_000)), page);
    }

    @ParameterizedTest
    @EnumSource
    @Rule({"R-PROJ-H2-1", "R-PROJ-H2-9"})
    void requests_beyondTheLimitOfAnyServer_waitForTheirTurn(Http2Server.Kind kind) {
        byte[] page = page(3_000);
        all(backEnd.closeAfterTest(Http2Server.start(kind, page, 5)), page);
    }

    @Test
    @Rule({"R-PROJ-H2-1", "R-HANDLE-8", "R-ERRN-12017"})
    void handlesClosedAtRandom_disturbNobodyElse() throws Exception {
        byte[] page = page(40_000);
        Http2Server server = backEnd.closeAfterTest(Http2Server.start(Http2Server.Kind.NGINX, page, 128));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int seed = i;
            StatusLog own = backEnd.statusLog();
            tasks.add(() -> {
                live(
                        Conversation.with(api, own, "127.0.0.1", server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE),
                        page,
                        new Random(seed));
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Void> done : threads.invokeAll(tasks, Waits.SECONDS * 2L, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** One thread: some requests are read to the end, some in part, some closed by another thread. */
    private void live(Conversation client, byte[] page, Random random) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            HINTERNET request = request(client, "GET", "/page");
            int fate = random.nextInt(4);
            Thread closer = fate == 0 ? new Thread(() -> api.InternetCloseHandle(request)) : null;
            if (closer != null) {
                closer.start();
            }
            int error = api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
            byte[] read = new byte[page.length];
            int total = 0;
            while (error == 0 && total < (fate == 1 ? 100 : page.length)) {
                DwordRef count = new DwordRef();
                ByteBuffer piece = ByteBuffer.wrap(read, total, read.length - total);
                error = api.InternetReadFile(request, piece, piece.remaining(), count) ? 0 : api.GetLastError();
                total += count.value;
            }
            if (closer != null) {
                closer.join();
                assertThat(error)
                        .isIn(
                                0,
                                WinInetError.ERROR_INTERNET_OPERATION_CANCELLED,
                                Win32Error.ERROR_INVALID_HANDLE,
                                WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
            } else {
                assertThat(error).isZero();
                assertThat(api.InternetCloseHandle(request)).isTrue();
            }
            assertThat(Arrays.equals(read, 0, total, page, 0, total)).isTrue();
        }
    }

    /** What a request of another thread meets when one is interrupted. */
    @Test
    @Rule({"R-PROJ-CALL-1", "R-PROJ-H2-1"})
    void interrupt_ofAThreadThatWaits_leavesTheRequestsOfOthersAlone() throws Exception {
        Gate waiting = new Gate();
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame first = connection.read(Http2Peer.HEADERS);
            connection.head(first.stream(), false, ":status", "200");
            Http2Peer.Frame second = connection.read(Http2Peer.HEADERS);
            waiting.open();
            assertThat(connection.read(Http2Peer.RST_STREAM).stream()).isEqualTo(second.stream());
            connection.send(Http2Peer.DATA, Http2Peer.END_STREAM, first.stream(), new byte[] {'a'});
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET other = request(client, "GET", "/other");
        assertThat(client.send(other)).isZero();
        HINTERNET interrupted = request(client, "GET", "/interrupted");
        FutureTask<Integer> sending =
                new FutureTask<>(() -> api.HttpSendRequest(interrupted, null, 0, null, 0) ? 0 : api.GetLastError());
        Gate sent = new Gate();
        log.on(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE, status -> sent.open());
        Thread thread = new Thread(sending, "interrupted caller");
        thread.start();

        waiting.await();
        sent.await();
        thread.interrupt();

        assertThat(sending.get(Waits.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        assertThat(client.readText(other)).isEqualTo("a");
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-CALL-1", "R-PROJ-H2-1"})
    void close_onAnInterruptedThread_leavesTheRequestsOfOthersAlone() {
        Http2Peer peer = peer(connection -> {
            connection.settings();
            Http2Peer.Frame first = connection.read(Http2Peer.HEADERS);
            connection.head(first.stream(), false, ":status", "200");
            Http2Peer.Frame second = connection.read(Http2Peer.HEADERS);
            connection.head(second.stream(), false, ":status", "200");
            assertThat(connection.read(Http2Peer.RST_STREAM).stream()).isEqualTo(second.stream());
            connection.send(Http2Peer.DATA, Http2Peer.END_STREAM, first.stream(), new byte[] {'a'});
            connection.awaitEnd();
        });
        Conversation client = client(peer.port(), 0);
        HINTERNET other = request(client, "GET", "/other");
        assertThat(client.send(other)).isZero();
        HINTERNET closed = request(client, "GET", "/closed");
        assertThat(client.send(closed)).isZero();

        Thread.currentThread().interrupt();
        try {
            assertThat(api.InternetCloseHandle(closed)).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(client.readText(other)).isEqualTo("a");
        assertThat(peer.connections()).isEqualTo(1);
    }
}
