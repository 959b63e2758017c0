package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How failures are told, and the errors that have no better place. */
@ContractTest
final class ErrorContractTest extends HttpFixture {

    ErrorContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @Test
    @Rule({"R-GEN-2", "R-GEN-19"})
    void lastError_isThatOfTheCallingThread() throws InterruptedException {
        api.SetLastError(77);
        AtomicInteger atFirst = new AtomicInteger(-1);
        AtomicInteger afterFailure = new AtomicInteger(-1);
        Thread other = new Thread(() -> {
            atFirst.set(api.GetLastError());
            api.InternetCloseHandle(null);
            afterFailure.set(api.GetLastError());
        });
        other.start();
        other.join(Waits.SECONDS * 1000L);

        assertThat(atFirst).hasValue(0);
        assertThat(afterFailure).hasValue(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.GetLastError()).isEqualTo(77);
    }

    @Test
    @Rule({"R-GEN-9", "R-GEN-10", "R-ERRN-122"})
    void stringOption_countsBytesWhenItFails_andCharactersWhenItSucceeds() {
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
        int agent = InternetOption.INTERNET_OPTION_USER_AGENT;
        TextBuffer text = new TextBuffer(20);
        for (int tooSmall : new int[] {0, 1, 11}) {
            DwordRef length = new DwordRef(tooSmall);
            assertThat(api.InternetQueryOption(session, agent, text, length)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(length.value).isEqualTo(2 * ("agent".length() + 1));
        }
        DwordRef length = new DwordRef(12);
        assertThat(api.InternetQueryOption(session, agent, text, length)).isTrue();
        assertThat(length.value).isEqualTo("agent".length());
        assertThat(text).hasToString("agent");
    }

    @Test
    @Rule({"R-GEN-8"})
    void sessions_shareTheirConnections() {
        server.handleAll(request -> Script.script().send(HELLO));
        for (int i = 0; i < 3; i++) {
            HINTERNET session = api.InternetOpen("agent " + i, 1, null, null, 0);
            HINTERNET handle = api.InternetOpenUrl(session, server.url("/"), null, 0, 0, 0);
            assertThat(api.InternetReadFile(handle, ByteBuffer.allocate(10), 10, new DwordRef()))
                    .isTrue();
            assertThat(api.InternetCloseHandle(session)).isTrue();
        }

        assertThat(server.requests()).hasSize(3);
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-ERRN-997", "R-ASYNC-16"})
    void pendingCall_isFalseWithIoPending_andTheOutcomeComesLater() {
        Gate gate = new Gate();
        server.onRequest(Script.script().hold(gate).send(HELLO));
        Conversation client = async();
        HINTERNET request = client.openRequest("/");

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);

        gate.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
    }

    @Test
    @Rule({"R-ERRN-12004"})
    void hostThatBreaksItsPromise_isAnInternalError_andTheHandleLivesOn() {
        AtomicInteger calls = new AtomicInteger();
        BackEnd api = backEnd.open(config -> config.withResolver(host -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("not a resolver");
            }
            return config.resolver().resolve("127.0.0.1");
        }));
        server.onRequest(HELLO);
        Conversation client = Conversation.with(api, log, "server.test", server.port(), 0, 0);
        HINTERNET request = client.openRequest("/");

        try (CapturedLog logged = CapturedLog.start()) {
            assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
            logged.awaitThrown("not a resolver");
        }

        assertThat(client.send(request)).isZero();
    }

    @Test
    @Rule({"R-ERRN-12004", "R-ASYNC-23"})
    void policyThatThrows_isAnInternalError_andTheHandleLivesOn() {
        AtomicInteger calls = new AtomicInteger();
        BackEnd api = backEnd.open(config -> config.withCompletionPolicy(function -> {
            if (function.equals("HttpSendRequest") && calls.getAndIncrement() == 0) {
                throw new IllegalStateException("not a policy");
            }
            return Outcome.NATURAL;
        }));
        server.onRequest(HELLO);
        Conversation client = Conversation.async(api, log, server);
        HINTERNET request = client.openRequest("/");

        try (CapturedLog logged = CapturedLog.start()) {
            assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
            logged.awaitThrown("not a policy");
        }

        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-ERRN-12009", "R-ERRN-12010", "R-ERRN-12011", "R-ERRN-12018", "R-ERRN-160", "R-ASYNC-49", "R-CONTRA-5"})
    void options_haveTheirErrors() {
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        DwordRef value = new DwordRef(1);
        for (int option : new int[] {
            InternetOption.INTERNET_OPTION_ASYNC,
            InternetOption.INTERNET_OPTION_ASYNC_ID,
            InternetOption.INTERNET_OPTION_ASYNC_PRIORITY,
            9999
        }) {
            for (HINTERNET handle : new HINTERNET[] {null, client.session(), request}) {
                assertThat(query(api, handle, option)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPTION);
                assertThat(set(api, handle, option, value, 4)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPTION);
            }
        }
        assertThat(set(api, null, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, value, 3))
                .isEqualTo(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        assertThat(set(api, request, InternetOption.INTERNET_OPTION_HANDLE_TYPE, value, 4))
                .isEqualTo(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
        assertThat(set(api, null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, new DwordRef(0), 4))
                .isEqualTo(Win32Error.ERROR_BAD_ARGUMENTS);
        assertThat(query(api, client.session(), InternetOption.INTERNET_OPTION_REQUEST_FLAGS))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(set(api, request, InternetOption.INTERNET_OPTION_USER_AGENT, new TextBuffer("x"), 1))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    private static int query(BackEnd api, HINTERNET handle, int option) {
        return api.InternetQueryOption(handle, option, new DwordRef(), new DwordRef(4)) ? 0 : api.GetLastError();
    }

    private static int set(
            BackEnd api, HINTERNET handle, int option, io.github.wininet4j.type.LPVOID value, int length) {
        return api.InternetSetOption(handle, option, value, length) ? 0 : api.GetLastError();
    }

    @Test
    @Rule({"R-ERRN-12028", "R-OPTN-33", "R-FLAG-28"})
    void dataFileName_withoutAFile_isNotFound() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);
        TextBuffer name = new TextBuffer(300);
        DwordRef length = new DwordRef(600);

        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_ITEM_NOT_FOUND);
        assertThat(length.value).isZero();

        assertThat(client.send(request)).isZero();
        length.value = 600;
        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, length))
                .isTrue();
        assertThat(name.toString()).endsWith(".tmp");
    }

    @Test
    @Rule({"R-ERRN-12031"})
    void resetWhileReading_isConnectionReset() {
        Gate gate = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
                .hold(gate)
                .reset());
        Conversation client = sync();
        HINTERNET request = client.get("/");
        gate.open();

        assertThat(client.read(request, ByteBuffer.allocate(10)))
                .isEqualTo(-WinInetError.ERROR_INTERNET_CONNECTION_RESET);
    }

    @Test
    @Rule({"R-ERRN-12012"})
    void everyCall_onAClosedBackEnd_saysSo() {
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
        api.close();

        assertThat(api.InternetOpen("agent", 1, null, null, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_SHUTDOWN);
        assertThat(api.InternetCloseHandle(session)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_SHUTDOWN);
        assertThat(api.InternetAttemptConnect(0)).isEqualTo(WinInetError.ERROR_INTERNET_SHUTDOWN);
    }
}
