package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.DeafServer;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Thread#interrupt} does to a synchronous call. */
@ContractTest
final class InterruptContractTest extends HttpFixture {
    /** More than the buffers of a connection hold. */
    private static final int LARGE = 64 << 20;

    /** The last error of a call, and whether its thread still knows that it was interrupted. */
    private record Ended(int error, boolean isInterrupted) {
        static final Ended CANCELLED = new Ended(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED, true);
    }

    private final Gate waiting = new Gate();

    InterruptContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** False, and true where the JVM has virtual threads. */
    static Stream<Boolean> virtual() {
        return Runtime.version().feature() < 21 ? Stream.of(false) : Stream.of(false, true);
    }

    private static void start(boolean virtual, Runnable work) throws ReflectiveOperationException {
        if (virtual) {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        } else {
            Thread thread = new Thread(work, "interrupted caller");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Makes a call on a thread of its own and interrupts that once the gate is open. */
    private Ended interrupted(boolean virtual, IntSupplier call) throws Exception {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        start(virtual, () -> {
            caller.complete(Thread.currentThread());
            try {
                int error = call.getAsInt();
                ended.complete(new Ended(error, Thread.currentThread().isInterrupted()));
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        waiting.await();
        caller.get(Waits.SECONDS, TimeUnit.SECONDS).interrupt();
        return ended.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("virtual")
    @Rule("R-PROJ-CALL-1")
    void interrupt_whileASendWaitsForTheResponse_cancelsIt(boolean virtual) throws Exception {
        server.onConnection(Script.script().awaitRequest().signal(waiting).awaitClose());
        server.onConnection(Script.script().respond(HELLO));
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");

        assertThat(interrupted(virtual, () -> client.send(request))).isEqualTo(Ended.CANCELLED);

        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @ParameterizedTest
    @MethodSource("virtual")
    @Rule("R-PROJ-CALL-1")
    void interrupt_whileAReadWaitsForTheBody_cancelsIt(boolean virtual) throws Exception {
        Gate reading = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .hold(reading)
                .signal(waiting)
                .awaitClose());
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isZero();

        Ended ended = interrupted(virtual, () -> {
            reading.open();
            return -client.read(request, ByteBuffer.allocate(5));
        });

        assertThat(ended).isEqualTo(Ended.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("virtual")
    @Rule("R-PROJ-CALL-1")
    void interrupt_whileANameIsLookedUp_cancelsTheSend(boolean virtual) throws Exception {
        BackEnd slow = backEnd.open(config -> config.withResolver(host -> {
            waiting.open();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }));
        Conversation client = Conversation.with(slow, backEnd.statusLog(), "slow.test", 80, 0, 0);
        HINTERNET request = client.openRequest("/");

        assertThat(interrupted(virtual, () -> client.send(request))).isEqualTo(Ended.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource("virtual")
    @Rule("R-PROJ-CALL-1")
    void interrupt_whileASendWaitsForAConnection_cancelsIt(boolean virtual) throws Exception {
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, new DwordRef(1), 4))
                .isTrue();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")
                .awaitClose());
        Conversation client = sync();
        HINTERNET unread = client.openRequest("/");
        assertThat(client.send(unread)).isZero();
        HINTERNET request = client.openRequest("/");
        waiting.open();

        assertThat(interrupted(virtual, () -> client.send(request))).isEqualTo(Ended.CANCELLED);

        api.InternetCloseHandle(unread);
    }

    /** The calls that wait for a peer, each with a server that lets it wait. */
    private enum Wait {
        OPEN_URL {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                test.server.onConnection(
                        Script.script().awaitRequest().signal(test.waiting).awaitClose());
                HINTERNET session = test.sync().session();
                return () -> test.error(test.api.InternetOpenUrl(session, test.server.url("/"), null, 0, 0, 1) != null);
            }
        },
        CONNECT {
            @Override
            IntSupplier prepare(InterruptContractTest test) throws IOException {
                DeafServer deaf = test.backEnd.closeAfterTest(DeafServer.start());
                Conversation client = Conversation.with(test.api, test.log, "127.0.0.1", deaf.port(), 0, 0);
                test.log.on(InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, entry -> test.waiting.open());
                HINTERNET request = client.openRequest("/");
                return () -> client.send(request);
            }
        },
        HANDSHAKE {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                test.server.onConnection(
                        Script.script().awaitBytes(1).signal(test.waiting).awaitClose());
                HINTERNET request = test.sync().openRequest("GET", "/", InternetFlag.INTERNET_FLAG_SECURE);
                return () -> test.error(test.api.HttpSendRequest(request, null, 0, null, 0));
            }
        },
        READ_FILE_EX {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
                buffers.dwStructSize = buffers.sizeof();
                buffers.lpvBuffer = ByteBuffer.allocate(5);
                buffers.dwBufferLength = 5;
                return test.onBody(request -> test.api.InternetReadFileEx(request, buffers, 0, 0));
            }
        },
        QUERY_DATA_AVAILABLE {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                return test.onBody(request -> test.api.InternetQueryDataAvailable(request, new DwordRef(), 0, 0));
            }
        },
        WRITE_FILE {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                test.server.onConnection(Script.script()
                        .awaitHead()
                        .recordHeadOnly()
                        .signal(test.waiting)
                        .stall());
                HINTERNET request = test.begun(LARGE);
                ByteBuffer data = ByteBuffer.allocate(LARGE);
                return () -> test.error(test.api.InternetWriteFile(request, data, LARGE, new DwordRef()));
            }
        },
        END_REQUEST {
            @Override
            IntSupplier prepare(InterruptContractTest test) {
                test.server.onConnection(
                        Script.script().awaitRequest().signal(test.waiting).awaitClose());
                HINTERNET request = test.begun(0);
                return () -> test.error(test.api.HttpEndRequest(request, null, 0, 0));
            }
        };

        /** Returns the call, which gives its error. */
        abstract IntSupplier prepare(InterruptContractTest test) throws IOException;
    }

    private int error(boolean result) {
        return result ? 0 : api.GetLastError();
    }

    /** Returns a call on a request whose body does not come. */
    private IntSupplier onBody(Predicate<HINTERNET> call) {
        Gate reading = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .hold(reading)
                .signal(waiting)
                .awaitClose());
        HINTERNET request = sync().get("/");
        return () -> {
            reading.open();
            return error(call.test(request));
        };
    }

    /** Returns a request whose head is sent. */
    private HINTERNET begun(int total) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.dwBufferTotal = total;
        HINTERNET request = sync().openRequest("POST", "/", 0);
        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isTrue();
        return request;
    }

    static Stream<Arguments> waits() {
        return virtual().flatMap(virtual -> Stream.of(Wait.values()).map(wait -> Arguments.of(wait, virtual)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    @Rule({"R-PROJ-CALL-1", "R-ERRN-12017"})
    void interrupt_whileACallWaits_cancelsIt(Wait wait, boolean virtual) throws Exception {
        IntSupplier call = wait.prepare(this);

        assertThat(interrupted(virtual, call)).isEqualTo(Ended.CANCELLED);
    }

    @Test
    @Rule("R-PROJ-CALL-1")
    void close_onAnInterruptedThread_endsTheRequestAllTheSame() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")
                .awaitClose());
        Conversation client = async();
        HINTERNET request = client.get("/");
        assertThat(api.InternetReadFile(request, ByteBuffer.allocate(5), 5, new DwordRef()))
                .isFalse();
        boolean closed;
        boolean kept;
        Thread.currentThread().interrupt();
        try {
            closed = api.InternetCloseHandle(request);
        } finally {
            kept = Thread.interrupted();
        }

        assertThat(closed).isTrue();
        assertThat(kept).isTrue();
        log.awaitClosing(request);
        assertThat(log.awaitComplete(request).dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    @Test
    @Rule("R-PROJ-CALL-1")
    void interrupt_beforeAnAsynchronousCall_changesNothing() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        boolean kept;
        int error;
        Thread.currentThread().interrupt();
        try {
            error = error(api.HttpSendRequest(request, null, 0, null, 0));
        } finally {
            kept = Thread.interrupted();
        }

        assertThat(error).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(kept).isTrue();
        assertThat(log.awaitComplete(request).dwError).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule("R-PROJ-CALL-1")
    void interrupt_beforeACallThatNeedNotWait_changesNothing() {
        Conversation client = sync();
        boolean kept;
        boolean done;
        Thread.currentThread().interrupt();
        try {
            done = api.HttpAddRequestHeaders(client.openRequest("/"), "A: b", -1, 0x20000000);
        } finally {
            kept = Thread.interrupted();
        }

        assertThat(done).isTrue();
        assertThat(kept).isTrue();
    }
}
