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
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LongRef;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Closing handles at any moment: what ends, in which order it is reported, and what is left behind. */
@ContractTest
final class CloseContractTest extends HttpFixture {

    CloseContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Closes while an operation is known to wait, and expects the documented end (R-HANDLE-9 to R-HANDLE-12). */
    private void closeAndExpectCancellation(BackEnd api, HINTERNET closed, HINTERNET request) {
        assertThat(api.InternetCloseHandle(closed)).isTrue();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(api.InternetReadFile(request, ByteBuffer.allocate(1), 1, new DwordRef()))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        log.awaitClosing(request);
        INTERNET_ASYNC_RESULT done = log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)
                .get(0)
                .asyncResult();
        assertThat(done.dwResult).isZero();
        assertThat(done.dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        List<String> names =
                log.entries(request).stream().map(StatusEntry::name).toList();
        assertThat(names).endsWith("HANDLE_CLOSING");
        assertThat(names.indexOf("REQUEST_COMPLETE")).isLessThan(names.size() - 1);
    }

    @Test
    @Rule({"R-HANDLE-6", "R-HANDLE-7", "R-HANDLE-9", "R-HANDLE-10", "R-HANDLE-11", "R-HANDLE-12", "R-HANDLE-19"})
    void internetCloseHandle_whileWaitingForTheHead_cancels() {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        api.HttpSendRequest(request, null, 0, null, 0);
        arrived.await();

        closeAndExpectCancellation(api, request, request);
    }

    @Test
    @Rule({"R-HANDLE-14", "R-HANDLE-11"})
    void internetCloseHandle_ofTheSession_whileWaitingForTheHead_cancelsTheRequest() {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        api.HttpSendRequest(request, null, 0, null, 0);
        arrived.await();

        closeAndExpectCancellation(api, client.session(), request);
        log.awaitClosing(client.connect());
    }

    @Test
    @Rule("R-HANDLE-11")
    void internetCloseHandle_whileResolving_cancels() {
        Gate resolving = new Gate();
        Gate goOn = new Gate();
        BackEnd api = backEnd.open(config -> config.withResolver(host -> {
            resolving.open();
            goOn.await();
            return List.of(InetAddress.getLoopbackAddress());
        }));
        Conversation client =
                Conversation.with(api, log, "slow.invalid", server.port(), InternetFlag.INTERNET_FLAG_ASYNC, 0);
        HINTERNET request = client.openRequest("/");
        api.HttpSendRequest(request, null, 0, null, 0);
        resolving.await();

        assertThat(api.InternetCloseHandle(request)).isTrue();
        goOn.open();
        log.awaitClosing(request);

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)
                        .get(0)
                        .asyncResult()
                        .dwError)
                .isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-HANDLE-11", "R-LIMIT-1"})
    void internetCloseHandle_whileWaitingForAConnection_cancels() {
        Gate release = new Gate();
        server.handleAll(request -> Script.script().hold(release).send(HELLO).mayBeCutShort());
        Conversation client = async();
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            HINTERNET request = client.openRequest("/" + i);
            api.HttpSendRequest(request, null, 0, null, 0);
            requests.add(request);
        }
        server.takeRequest();
        server.takeRequest();

        // Two are connected and one waits, whichever it is; closing all of them ends all three.
        for (HINTERNET request : requests) {
            assertThat(api.InternetCloseHandle(request)).isTrue();
        }
        requests.forEach(log::awaitClosing);
        release.open();

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.asyncResult().dwError)
                        .isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED));
    }

    @Test
    @Rule({"R-HANDLE-11", "R-READ-9"})
    void internetCloseHandle_whileReading_cancels() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .awaitClose());
        Conversation client = async();
        HINTERNET request = client.get("/");
        log.clear();
        ByteBuffer target = ByteBuffer.allocate(5);
        api.InternetReadFile(request, target, 5, new DwordRef());
        log.await(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);

        closeAndExpectCancellation(api, request, request);
    }

    @Test
    @Rule({"R-HANDLE-8", "R-TIMEOUT-6"})
    void internetCloseHandle_fromAnotherThread_endsABlockedSynchronousCall() throws Exception {
        Gate arrived = new Gate();
        server.onRequest(Script.script().signal(arrived).awaitClose());
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        AtomicInteger error = new AtomicInteger();
        Thread caller = new Thread(() -> {
            boolean sent = api.HttpSendRequest(request, null, 0, null, 0);
            error.set(sent ? 0 : api.GetLastError());
        });
        caller.start();
        arrived.await();

        assertThat(api.InternetCloseHandle(request)).isTrue();
        caller.join();

        assertThat(error.get()).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(request);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)).isEmpty();
    }

    @Test
    @Rule({"R-HANDLE-18", "R-ASYNC-43"})
    void internetCloseHandle_fromItsOwnCallback_isAllowedAtEveryStatus() {
        int[] statuses = {
            InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
            InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
            InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
            InternetStatus.INTERNET_STATUS_REQUEST_SENT,
            InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE,
            InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED,
            InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE
        };
        for (int status : statuses) {
            BackEnd api = backEnd.open();
            StatusLog own = backEnd.statusLog();
            ScriptedHttpServer peer = backEnd.closeAfterTest(ScriptedHttpServer.start());
            peer.handleAll(asked -> Script.script().send(HELLO).mayBeCutShort());
            Conversation client = Conversation.async(api, own, peer);
            HINTERNET request = client.openRequest("/");
            own.on(status, entry -> api.InternetCloseHandle(request));

            api.HttpSendRequest(request, null, 0, null, 0);
            own.awaitClosing(request);

            assertThat(own.entries(request))
                    .last()
                    .extracting(StatusEntry::name)
                    .isEqualTo("HANDLE_CLOSING");
            assertThat(own.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE))
                    .as("completions after closing at status %d", status)
                    .hasSize(1);
        }
    }

    @Test
    @Rule("R-HANDLE-11")
    void internetCloseHandle_inTheLastStatusBeforeTheCompletion_cancels() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        log.on(InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, entry -> api.InternetCloseHandle(request));

        api.HttpSendRequest(request, null, 0, null, 0);

        INTERNET_ASYNC_RESULT done = log.awaitComplete(request);
        assertThat(done.dwResult).isZero();
        assertThat(done.dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(request);
    }

    @Test
    @Rule({"R-HANDLE-14", "R-HANDLE-15", "R-HANDLE-17", "R-HANDLE-13", "R-CONTRA-4"})
    void internetCloseHandle_ofTheSession_invalidatesTheSubtreeBeforeTheFirstCallback() {
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        List<Integer> errors = new ArrayList<>();
        log.on(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING, entry -> {
            for (HINTERNET handle : List.of(client.session(), client.connect(), request)) {
                boolean found = api.InternetQueryOption(
                        handle, InternetOption.INTERNET_OPTION_CONTEXT_VALUE, new LongRef(), new DwordRef(8));
                errors.add(found ? 0 : api.GetLastError());
            }
        });
        log.clear();

        assertThat(api.InternetCloseHandle(client.session())).isTrue();

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING))
                .extracting(StatusEntry::handlePayload)
                .containsExactly(request, client.connect());
        assertThat(log.entries()).extracting(StatusEntry::thread).containsOnly(Thread.currentThread());
        assertThat(errors).hasSize(6).containsOnly(Win32Error.ERROR_INVALID_HANDLE);
        for (HINTERNET handle : List.of(client.session(), client.connect(), request)) {
            assertThat(api.InternetCloseHandle(handle)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        }
    }

    @Test
    @Rule({"R-PROJ-CALL-4", "R-HANDLE-10"})
    void internetCloseHandle_withNothingInProgress_leavesTheLastErrorOfTheCallBefore() {
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");

        api.SetLastError(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
        assertThat(api.InternetCloseHandle(request)).isTrue();
        assertThat(api.InternetCloseHandle(client.connect())).isTrue();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);

        api.SetLastError(Win32Error.ERROR_IO_PENDING);
        assertThat(api.InternetCloseHandle(client.session())).isTrue();
        assertThat(api.GetLastError()).isZero();
    }

    @Test
    @Rule({"R-HANDLE-16", "R-SEQ-13", "R-STAT-50", "R-STAT-51", "R-SEND-17"})
    void internetCloseHandle_withUnreadBody_closesTheConnectionFirst() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello")
                .awaitClose());
        Conversation client = sync();
        HINTERNET request = client.get("/");
        log.clear();

        assertThat(api.InternetCloseHandle(request)).isTrue();
        assertThat(api.GetLastError()).isZero();

        log.assertSequence(request, "CLOSING_CONNECTION", "CONNECTION_CLOSED", "HANDLE_CLOSING");
    }

    @Test
    @Rule({"R-SEQ-13", "R-SEQ-4", "R-HANDLE-12"})
    void internetCloseHandle_withReadBody_keepsTheConnectionForTheNextRequest() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();
        HINTERNET first = client.get("/1");
        assertThat(client.readText(first)).isEqualTo("hello");
        log.clear();

        api.InternetCloseHandle(first);
        log.assertSequence(first, "HANDLE_CLOSING");
        client.get("/2");

        assertThat(server.connectionCount()).isEqualTo(1);
        assertThat(log.names()).doesNotContain("CONNECTING_TO_SERVER", "RESOLVING_NAME");
    }

    @Test
    @Rule({"R-HANDLE-3", "R-OPTN-21"})
    void internetCloseHandle_ofAnOpenUrlHandle_endsItsHiddenConnectionSilently() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET handle = api.InternetOpenUrl(client.session(), server.url("/"), null, 0, 0, 5);
        assertThat(handle).isNotNull();
        log.clear();

        api.InternetCloseHandle(handle);

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING))
                .extracting(StatusEntry::handlePayload)
                .containsExactly(handle);
    }

    @Test
    @Rule({"R-SEQ-15", "R-CB-14"})
    void close_ofTheBackEnd_whileRequestsPend_endsThemAllAndTheirThreads() {
        Gate arrived = new Gate();
        server.onConnection(Script.script().awaitRequest().signal(arrived).awaitClose());
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        api.HttpSendRequest(request, null, 0, null, 0);
        arrived.await();

        api.close();

        log.awaitClosing(request);
        assertThat(api.InternetOpen("a", 1, null, null, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_SHUTDOWN);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("wininet4j-"))
                // The JVM lists a thread for a moment after its pool has ended.
                .allSatisfy(thread -> {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).isFalse();
                });
    }
}
