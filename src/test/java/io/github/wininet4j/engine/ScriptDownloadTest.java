package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.http.exchange.Logons;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.proxy.ScriptDownload;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.proxy.pac.PacSource;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that goes on sending, a byte at a time, keeps nobody waiting for a proxy script. */
@Rule("R-PROJ-PAC-2")
final class ScriptDownloadTest {
    private static final int NEVER_MILLIS = Integer.MAX_VALUE;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nX: ";
    private static final String BODY = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";

    private final EngineServices state = Engine.newState(WinInetConfig.isolated());
    private final WorkerThreads workers = new WorkerThreads();
    private final Watchdog watchdog = new Watchdog(workers);
    private final ExecutorService caller = Executors.newSingleThreadExecutor();

    /** Sends a start and then a byte every few milliseconds, for as long as somebody listens. */
    private static final class DrippingServer implements AutoCloseable {
        private static final int PAUSE_MILLIS = 20;

        final CountDownLatch begun = new CountDownLatch(3);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final String start;

        DrippingServer(String start) throws IOException {
            this.start = start;
            Thread thread = new Thread(this::serve, "dripping server");
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://127.0.0.1:" + listener.getLocalPort() + "/proxy.pac";
        }

        private void serve() {
            try (Socket socket = listener.accept()) {
                socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
                while (!ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    socket.getOutputStream().write('x');
                    begun.countDown();
                }
            } catch (IOException e) {
                // The client has had enough.
                begun.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            ended.countDown();
            listener.close();
        }
    }

    private ScriptDownload download(int limitMillis) {
        Opener direct = Engine.directExchanges(
                state.config(), state.pool(), state.options().servers(), state.cookies());
        return new ScriptDownload(() -> direct, Logons::none, watchdog, limitMillis);
    }

    @AfterEach
    void end() {
        caller.shutdownNow();
        state.pool().close();
        watchdog.close();
        workers.close();
        state.workers().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, BODY})
    void fetch_fromAServerThatDrips_endsWithTheTimeForAllOfIt(String start) throws IOException {
        try (DrippingServer server = new DrippingServer(start)) {
            assertThatThrownBy(() -> download(500).fetch(server.url(), new Cancellation()))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessageContaining("within 500 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, BODY})
    void fetch_whoseRequestIsCancelled_endsAtOnce(String start) throws Exception {
        Cancellation request = new Cancellation();
        try (DrippingServer server = new DrippingServer(start)) {
            Future<PacSource.Document> fetched =
                    caller.submit(() -> download(NEVER_MILLIS).fetch(server.url(), request));
            assertThat(server.begun.await(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

            request.cancel();

            assertThatThrownBy(() -> fetched.get(Waits.SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CancelledIoException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEAD, BODY})
    void fetch_whoseRequestWasCancelledBefore_doesNotBegin(String start) throws IOException {
        Cancellation request = new Cancellation();
        request.cancel();
        try (DrippingServer server = new DrippingServer(start)) {
            assertThatThrownBy(() -> download(NEVER_MILLIS).fetch(server.url(), request))
                    .isInstanceOf(CancelledIoException.class);
        }
    }
}
