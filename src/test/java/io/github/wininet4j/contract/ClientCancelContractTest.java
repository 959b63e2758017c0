package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.client.Body;
import io.github.wininet4j.client.Request;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Cancelling the futures of the thin layer, and what is left of a session that was closed. */
@ContractTest
final class ClientCancelContractTest extends HttpFixture {
    private final ExecutorService threads;
    private final Session session;
    private final AtomicReference<HINTERNET> handle = new AtomicReference<>();

    ClientCancelContractTest(BackEndUnderTest backEnd) throws WinInetException {
        super(backEnd);
        this.threads = Executors.newCachedThreadPool();
        backEnd.closeAfterTest(threads::shutdownNow);
        this.session = backEnd.closeAfterTest(
                Session.builder("me").backEnd(api).direct().executor(threads).open());
    }

    private Request request(String path) {
        return session.get(server.url(path)).prepare((wininet, opened) -> handle.set(opened));
    }

    /** The handle is closed, and whatever was under way has ended, so that its thread is free. */
    private void assertEnded() throws InterruptedException {
        boolean works = api.InternetQueryOption(
                handle.get(), InternetOption.INTERNET_OPTION_HANDLE_TYPE, new DwordRef(), new DwordRef(4));
        assertThat(works).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        threads.shutdown();
        assertThat(threads.awaitTermination(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Rule({"R-HANDLE-11", "R-PROJ-CLIENT-7"})
    void cancel_whileWaitingForTheHead_closesTheHandle() throws InterruptedException {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        CompletableFuture<Response> future = request("/").sendAsync();
        arrived.await();

        assertThat(future.cancel(true)).isTrue();

        assertThat(future).isCancelled();
        assertEnded();
    }

    @Test
    @Rule({"R-HANDLE-11", "R-PROJ-CLIENT-7"})
    void cancel_inTheMiddleOfTheBody_endsTheReader() throws InterruptedException {
        Gate reading = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst")
                .awaitClose());
        List<WinInetException> failures = new ArrayList<>();
        CompletableFuture<String> future = request("/").sendAsync(response -> {
            reading.open();
            try {
                return response.text();
            } catch (WinInetException e) {
                failures.add(e);
                throw e;
            }
        });
        reading.await();

        assertThat(future.cancel(false)).isTrue();

        assertEnded();
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
            assertThat(failure.isCancelled()).isTrue();
        });
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void cancel_ofAFutureMadeFromIt_closesTheHandle() throws InterruptedException {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        CompletableFuture<String> future =
                request("/").sendAsync().thenApply(Response::toString).thenApply(String::strip);
        arrived.await();

        assertThat(future.cancel(true)).isTrue();

        assertEnded();
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void completeExceptionally_asOrTimeoutDoes_closesTheHandle() throws InterruptedException {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        CompletableFuture<Response> future = request("/").sendAsync();
        arrived.await();

        assertThat(future.completeExceptionally(new TimeoutException())).isTrue();

        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertEnded();
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void cancel_whileTheBodyIsSent_endsTheUpload() throws InterruptedException {
        Gate arrived = new Gate();
        server.onConnection(Script.script().awaitHead().signal(arrived).stall());
        CompletableFuture<Response> future = session.post(server.url("/"), out -> {
                    while (true) {
                        out.write(new byte[100_000]);
                    }
                })
                .prepare((wininet, opened) -> handle.set(opened))
                .sendAsync();
        arrived.await();

        assertThat(future.cancel(true)).isTrue();

        assertEnded();
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void cancel_beforeItsTurn_sendsNothing() throws Exception {
        Gate turn = new Gate();
        try (Session waiting = Session.builder("me")
                .backEnd(api)
                .direct()
                .executor(work -> threads.execute(() -> {
                    turn.await();
                    work.run();
                }))
                .open()) {
            CompletableFuture<Response> future =
                    waiting.post(server.url("/"), Body.of(new byte[1])).sendAsync();
            assertThat(future.cancel(true)).isTrue();
            turn.open();
            threads.shutdown();
            assertThat(threads.awaitTermination(Waits.SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }

        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void cancel_afterTheAnswer_hasNoEffect() throws Exception {
        server.onRequest(HELLO);
        CompletableFuture<Response> future = request("/").sendAsync();

        try (Response response = future.get()) {
            assertThat(future.cancel(true)).isFalse();
            assertThat(response.text()).isEqualTo("hello");
        }
    }

    @Test
    @Rule("R-HANDLE-11")
    void close_ofTheResponse_endsTheReadOfAnotherThread() throws Exception {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst")
                .awaitClose());
        Response response = request("/").send();
        assertThat(response.body().readNBytes(5)).isEqualTo("first".getBytes(StandardCharsets.US_ASCII));
        Gate reading = new Gate();
        CompletableFuture<Void> read = CompletableFuture.runAsync(
                () -> {
                    reading.open();
                    WinInetException failure = catchThrowableOfType(WinInetException.class, response::bytes);
                    assertThat(failure.isCancelled()).isTrue();
                },
                threads);
        reading.await();

        response.close();

        read.get(Waits.SECONDS, TimeUnit.SECONDS);
        assertEnded();
        assertThatThrownBy(response::status).isInstanceOf(WinInetException.class);
    }

    @Test
    @Rule({"R-PROJ-CALL-1", "R-PROJ-CLIENT-2"})
    void interrupt_isTheCauseOfTheFailure() throws Exception {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        AtomicReference<WinInetException> failure = new AtomicReference<>();
        Thread sender = new Thread(() -> failure.set(
                catchThrowableOfType(WinInetException.class, () -> request("/").send())));
        sender.start();
        arrived.await();

        sender.interrupt();

        sender.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        assertThat(failure.get().isCancelled()).isTrue();
        assertThat(failure.get()).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    @Rule("R-PROJ-CLIENT-8")
    void close_ofTheSession_endsRequestsAndThreads() throws Exception {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        AtomicReference<Thread> worker = new AtomicReference<>();
        Session own = Session.builder("me").backEnd(api).direct().open();
        CompletableFuture<Response> future = own.get(server.url("/"))
                .prepare((wininet, opened) -> worker.set(Thread.currentThread()))
                .sendAsync();
        arrived.await();

        own.close();
        own.close();

        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WinInetException.class);
        worker.get().join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        assertThat(worker.get().isAlive()).isFalse();
    }

    private void assertClosed(Session closed) {
        assertThatThrownBy(() -> closed.get(server.url("/")).send()).satisfies(failure -> isInvalidHandle(failure));
        assertThatThrownBy(() -> closed.get(server.url("/")).sendAsync().join())
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> isInvalidHandle(failure.getCause()));
        assertThatThrownBy(() ->
                        closed.get(server.url("/")).sendAsync(Response::text).get())
                .isInstanceOf(ExecutionException.class)
                .satisfies(failure -> isInvalidHandle(failure.getCause()));
        assertThat(server.connectionCount()).isZero();
    }

    private static void isInvalidHandle(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(WinInetException.class, error -> {
            assertThat(error.code()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
            assertThat(error.function()).isEqualTo("InternetConnect");
        });
    }

    @Test
    @Rule("R-PROJ-CLIENT-9")
    void send_afterTheSessionIsClosed_failsWithInvalidHandle() throws WinInetException {
        Session own = Session.builder("me").backEnd(api).direct().open();

        own.close();

        assertClosed(own);
    }

    @Test
    @Rule("R-PROJ-CLIENT-9")
    void send_onTheProgramsThreads_afterTheSessionIsClosed_failsWithInvalidHandle() {
        session.close();
        assertClosed(session);

        threads.shutdown();
        assertClosed(session);
    }

    @Test
    @Rule("R-PROJ-CLIENT-9")
    void sendAsync_whenTheExecutorRefuses_endsWithThat() {
        threads.shutdown();

        assertThatThrownBy(() -> request("/").sendAsync().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @Rule("R-PROJ-CLIENT-7")
    void reader_thatThrows_closesTheResponse() throws InterruptedException {
        server.onRequest(HELLO);
        CompletableFuture<Object> future = request("/").sendAsync(response -> {
            throw new IOException("read enough");
        });

        assertThatThrownBy(future::join).hasRootCauseMessage("read enough");
        assertThat(future).isNotCancelled().isCompletedExceptionally();
        assertEnded();
    }
}
