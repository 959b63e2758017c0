package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.RequestCalls;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A second call on a handle, right after one on the same thread pended: every pair of functions that a handle can meet.
 */
@ContractTest
final class PendingPairContractTest {
    /** Once is no proof: the second call races with the worker that takes the first one up. */
    private static final int ROUNDS = 25;

    private static final byte OLD = '.';

    private final BackEndUnderTest backEnd;
    private final StatusLog log;

    PendingPairContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
    }

    private void assertRefused(BackEnd api, HINTERNET request, String first) {
        RequestCalls.blocking().forEach((name, call) -> {
            assertThat(call.on(api, request)).as("%s after %s", name, first).isFalse();
            assertThat(api.GetLastError())
                    .as("%s after %s", name, first)
                    .isEqualTo(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        });
    }

    @Test
    @Rule({"R-ASYNC-23", "R-ASYNC-52"})
    void anyCall_rightAfterASendPended_failsAtOnceAndLeavesItAlone() {
        BackEnd api = backEnd.open();
        for (int round = 0; round < ROUNDS; round++) {
            try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
                Gate answer = new Gate();
                server.onRequest(
                        Script.script().hold(answer).send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
                Conversation client = Conversation.async(api, log, server);
                HINTERNET request = client.openRequest("/");
                log.clear();

                assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
                assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
                assertRefused(api, request, "HttpSendRequest");

                answer.open();
                assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
                assertThat(client.readText(request)).isEqualTo("hello");
                assertThat(server.requests()).hasSize(1);
                api.InternetCloseHandle(client.session());
                log.awaitClosing(request);
            }
        }
    }

    @Test
    @Rule({"R-ASYNC-23", "R-ASYNC-52"})
    void anyCall_rightAfterAReadPended_failsAtOnceAndLeavesBufferAndCountAlone() {
        BackEnd api = backEnd.open();
        for (int round = 0; round < ROUNDS; round++) {
            withUnfinishedBody(api, (client, request, rest) -> {
                ByteBuffer target = ByteBuffer.wrap(new byte[] {OLD, OLD, OLD, OLD, OLD});
                DwordRef count = new DwordRef(77);
                assertThat(api.InternetReadFile(request, target, 5, count)).isFalse();
                assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
                assertRefused(api, request, "InternetReadFile");

                rest.open();
                INTERNET_ASYNC_RESULT done = log.awaitComplete(request);
                assertThat(done.dwResult).isEqualTo(1);
                assertThat(count.value).isEqualTo(5);
                assertThat(new String(target.array(), StandardCharsets.US_ASCII))
                        .isEqualTo("hello");
            });
        }
    }

    @Test
    @Rule({"R-ASYNC-23", "R-ASYNC-52"})
    void anyCall_rightAfterAQueryPended_failsAtOnceAndLeavesTheAnswerAlone() {
        BackEnd api = backEnd.open();
        for (int round = 0; round < ROUNDS; round++) {
            withUnfinishedBody(api, (client, request, rest) -> {
                DwordRef available = new DwordRef();
                assertThat(api.InternetQueryDataAvailable(request, available, 0, 0))
                        .isFalse();
                assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
                assertRefused(api, request, "InternetQueryDataAvailable");

                rest.open();
                assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
                assertThat(client.readText(request)).isEqualTo("hello");
            });
        }
    }

    /** What a test does with a request whose head has arrived and whose body the server holds back. */
    private interface Step {
        void run(Conversation client, HINTERNET request, Gate rest);
    }

    private void withUnfinishedBody(BackEnd api, Step step) {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            Gate rest = new Gate();
            server.onRequest(Script.script()
                    .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                    .hold(rest)
                    .send("hello"));
            Conversation client = Conversation.async(api, log, server);
            HINTERNET request = client.get("/");
            log.clear();
            step.run(client, request, rest);
            api.InternetCloseHandle(client.session());
            log.awaitClosing(request);
        }
    }
}
