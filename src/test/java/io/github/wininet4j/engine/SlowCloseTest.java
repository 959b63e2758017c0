package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What an engine says whose close waits for a callback. */
final class SlowCloseTest {
    private static final String WARNING = "closing the engine waits for a callback of ";

    private final Gate inside = new Gate();
    private final Gate goOn = new Gate();
    private final AtomicReference<Thread> blocked = new AtomicReference<>();

    /** The callback that does not return for a while. */
    private void block() {
        blocked.set(Thread.currentThread());
        inside.open();
        goOn.await();
    }

    private static HINTERNET session(BackEnd api, int blockedStatus, Runnable block) {
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> {
            if (status == blockedStatus) {
                block.run();
            }
        });
        return session;
    }

    private static CompletableFuture<Void> closeAside(BackEnd api) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Thread closer = new Thread(
                () -> {
                    api.close();
                    closed.complete(null);
                },
                "closer");
        closer.setDaemon(true);
        closer.start();
        return closed;
    }

    private void assertNames(LogRecord warning, HINTERNET handle) {
        assertThat(warning.getMessage())
                .contains(handle.toString(), blocked.get().getName());
        assertThat(warning.getThrown()).isNotNull();
        assertThat(Arrays.asList(warning.getThrown().getStackTrace()))
                .anyMatch(frame -> frame.getClassName().equals(SlowCloseTest.class.getName())
                        && frame.getMethodName().equals("block"));
    }

    @Test
    @Rule("R-PROJ-CALL-2")
    void close_whileAWorkerIsInACallback_warnsWithThreadHandleAndStack() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start();
                CapturedLog logged = CapturedLog.start()) {
            server.onConnection(Script.script().awaitClose().mayBeCutShort());
            BackEnd api = WinInets.engine();
            HINTERNET session = session(api, InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, this::block);
            HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 1);
            HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            inside.await();

            CompletableFuture<Void> closed = closeAside(api);
            LogRecord warning = logged.await(WARNING);
            goOn.open();
            closed.get(Waits.SECONDS, TimeUnit.SECONDS);

            assertNames(warning, request);
        }
    }

    @Test
    @Rule("R-PROJ-CALL-2")
    void close_whileItIsInTheLastCallbackItself_warnsAsWell() throws Exception {
        try (CapturedLog logged = CapturedLog.start()) {
            BackEnd api = WinInets.engine();
            HINTERNET session = session(api, InternetStatus.INTERNET_STATUS_HANDLE_CLOSING, this::block);
            HINTERNET connect = api.InternetConnect(session, "localhost", 80, null, null, 3, 0, 1);

            CompletableFuture<Void> closed = closeAside(api);
            LogRecord warning = logged.await(WARNING);
            goOn.open();
            closed.get(Waits.SECONDS, TimeUnit.SECONDS);

            assertNames(warning, connect);
        }
    }

    @Test
    @Rule("R-PROJ-CALL-2")
    void close_ofAnEngineWhoseCallbacksReturn_saysNothing() {
        try (CapturedLog logged = CapturedLog.start()) {
            try (BackEnd api = WinInets.engine()) {
                session(api, -1, this::block);
            }

            assertThat(logged.messages()).noneMatch(message -> message.contains(WARNING));
        }
    }
}
