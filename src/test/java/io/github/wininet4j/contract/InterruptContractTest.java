package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Thread#interrupt} does to a synchronous call. */
@ContractTest
final class InterruptContractTest extends HttpFixture {
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
