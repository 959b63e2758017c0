package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which calls pend, what their completions carry, and what a pending call does to the caller's memory. */
@ContractTest
final class AsyncContractTest extends HttpFixture {
    /** Longer than any callback is waited for that stands still. */
    private static final long BUSY_NANOS = 300_000_000;

    AsyncContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @Test
    @Rule({"R-ASYNC-1", "R-ASYNC-2", "R-ASYNC-6", "R-ASYNC-7", "R-ASYNC-16", "R-ASYNC-38", "R-ASYNC-39"})
    void httpSendRequest_inAsyncSession_pendsAndCompletesOnce() {
        Gate answer = new Gate();
        server.onRequest(Script.script().hold(answer).send(HELLO));
        Conversation client = async();
        HINTERNET request = client.openRequest("/");

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        answer.open();
        INTERNET_ASYNC_RESULT done = log.awaitComplete(request);

        assertThat(done.dwResult).isEqualTo(1);
        assertThat(done.dwError).isZero();
        api.InternetCloseHandle(request);
        log.awaitClosing(request);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)).hasSize(1);
    }

    @Test
    @Rule({"R-ASYNC-8", "R-SEQ-1"})
    void httpSendRequest_inSyncSession_neverReportsCompletion() {
        server.onRequest(HELLO);
        Conversation client = sync();

        HINTERNET request = client.get("/");

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)).isEmpty();
    }

    @Test
    @Rule({"R-ASYNC-9", "R-ASYNC-36", "R-ASYNC-37"})
    void requestComplete_comesOnAnotherThread_withTheStructureAndItsSize() {
        server.onRequest(HELLO);
        Conversation client = async();

        client.get("/");

        StatusEntry done =
                log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE).get(0);
        assertThat(done.thread()).isNotSameAs(Thread.currentThread());
        assertThat(done.length())
                .isEqualTo(new INTERNET_ASYNC_RESULT().sizeof())
                .isEqualTo(16);
    }

    @Test
    @Rule({"R-ASYNC-12", "R-ASYNC-24", "R-REQ-1", "R-CONN-4"})
    void internetConnectAndHttpOpenRequest_inAsyncSession_finishAtOnceWithoutTraffic() {
        Conversation client = async();

        client.openRequest("/");

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)).isEmpty();
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-ASYNC-10", "R-ASYNC-11", "R-ASYNC-14", "R-ASYNC-15", "R-STAT-60", "R-CONTRA-2"})
    void internetOpenUrl_inAsyncSession_announcesTheHandleThenCompletesWithIt() {
        server.onRequest(HELLO);
        Conversation client = async();
        log.clear();

        assertThat(api.InternetOpenUrl(client.session(), server.url("/x"), null, 0, 0, 99))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        StatusEntry complete = log.await(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);

        StatusEntry created =
                log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CREATED).get(0);
        HINTERNET handle = created.handlePayload();
        assertThat(complete.asyncResult().dwResult).isEqualTo(handle.value());
        assertThat(complete.asyncResult().dwError).isZero();
        assertThat(complete.context()).isEqualTo(99);
        assertThat(created.thread()).isNotSameAs(Thread.currentThread());
        assertThat(client.readText(handle)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-ASYNC-41", "R-SENDEX-13", "R-ERRN-12007"})
    void httpSendRequestEx_whenNameUnknown_completesWith12007_andHttpEndRequestWith12017() {
        BackEnd api = backEnd.open(config -> config.withResolver(host -> {
            throw new UnknownHostException(host);
        }));
        Conversation client =
                Conversation.with(api, log, "no.such.host.invalid", 80, InternetFlag.INTERNET_FLAG_ASYNC, 0);
        HINTERNET request = client.openRequest("/");
        log.clear();

        int error = client.outcome(api.HttpSendRequestEx(request, null, null, 0, 0), request);
        assertThat(error).isEqualTo(WinInetError.ERROR_INTERNET_NAME_NOT_RESOLVED);
        log.assertSequence(request, "RESOLVING_NAME", "REQUEST_COMPLETE");

        log.clear();
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(log.awaitComplete(request).dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    @Test
    @Rule({"R-ASYNC-18", "R-ASYNC-19", "R-ASYNC-20", "R-ASYNC-21", "R-SEQ-5", "R-SEQ-6", "R-SEQ-7", "R-WRITE-4"})
    void httpSendRequestEx_writesAtOnce_andEndsWithTheResponse() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = 4;
        log.clear();

        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isFalse();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        log.assertSequence(
                request,
                "RESOLVING_NAME?",
                "NAME_RESOLVED?",
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "SENDING_REQUEST",
                "REQUEST_SENT",
                "REQUEST_COMPLETE");

        log.clear();
        DwordRef written = new DwordRef(77);
        assertThat(api.InternetWriteFile(request, ascii("data"), 4, written)).isTrue();
        assertThat(written.value).isEqualTo(4);
        log.assertSequence(request, "SENDING_REQUEST", "REQUEST_SENT");
        assertThat(log.entries().get(0).thread()).isSameAs(Thread.currentThread());

        ByteBuffer target = ByteBuffer.allocate(10);
        assertThat(api.InternetReadFile(request, target, 10, new DwordRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);

        log.clear();
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isFalse();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        log.assertSequence(request, "RECEIVING_RESPONSE", "RESPONSE_RECEIVED", "REQUEST_COMPLETE");
        assertThat(server.takeRequest().bodyText()).isEqualTo("data");
    }

    @Test
    @Rule({"R-ASYNC-22", "R-ASYNC-23", "R-ASYNC-52", "R-ERRN-12026"})
    void secondOperation_whileOnePends_isRefusedAndLeavesTheFirstAlone() {
        Gate answer = new Gate();
        server.onRequest(Script.script().hold(answer).send(HELLO));
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();

        assertThat(api.HttpSendRequest(request, "X-Refused: 1", -1, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        ByteBuffer target = ByteBuffer.allocate(4);
        DwordRef count = new DwordRef(5);
        assertThat(api.InternetReadFile(request, target, 4, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_REQUEST_PENDING);
        assertThat(count.value).isZero();

        answer.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.requests()).hasSize(1);
        server.onRequest(HELLO);
        assertThat(client.send(request)).isZero();
        assertThat(server.requests().get(1).hasHeader("X-Refused")).isFalse();
    }

    @Test
    @Rule({"R-ASYNC-29", "R-READEX-2"})
    void internetReadFileEx_withIrfSync_blocksInAnAsyncSession() {
        Gate rest = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n")
                .hold(rest)
                .send("complete"));
        Conversation client = async();
        HINTERNET request = client.get("/");
        INTERNET_BUFFERS buffers = buffers(8);
        log.clear();
        log.on(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE, status -> rest.open());

        assertThat(api.InternetReadFileEx(request, buffers, ApiFlag.IRF_SYNC, 0))
                .isTrue();

        assertThat(buffers.dwBufferLength).isEqualTo(8);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)).isEmpty();
    }

    @Test
    @Rule({"R-ASYNC-28", "R-ASYNC-30"})
    void internetReadFileEx_withIrfAsync_doesNotPendInASyncSession() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.get("/");
        INTERNET_BUFFERS buffers = buffers(10);

        assertThat(api.InternetReadFileEx(request, buffers, ApiFlag.IRF_ASYNC, 0))
                .isTrue();

        assertThat(buffers.dwBufferLength).isEqualTo(5);
    }

    @Test
    @Rule({"R-ASYNC-31", "R-ASYNC-33", "R-READ-9", "R-READ-10", "R-READ-11", "R-READ-6", "R-SEQ-11"})
    void internetReadFile_whilePending_countIsZeroThoughBytesMayBeThere() {
        Gate rest = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nfour")
                .hold(rest)
                .send("more"));
        Conversation client = async();
        HINTERNET request = client.get("/");
        ByteBuffer target = ByteBuffer.allocate(8);
        DwordRef count = new DwordRef(42);
        log.clear();

        assertThat(api.InternetReadFile(request, target, 8, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(count.value).isZero();
        rest.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);

        assertThat(count.value).isEqualTo(8);
        assertThat(new String(target.array(), StandardCharsets.US_ASCII)).isEqualTo("fourmore");
        log.assertSequence(request, "RECEIVING_RESPONSE", "RESPONSE_RECEIVED", "REQUEST_COMPLETE");
    }

    @Test
    @Rule({"R-ASYNC-34", "R-READEX-5"})
    void internetReadFileEx_whilePending_keepsTheRequestedLength() {
        Gate rest = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
                .hold(rest)
                .send("more"));
        Conversation client = async();
        HINTERNET request = client.get("/");
        INTERNET_BUFFERS buffers = buffers(9);
        log.clear();

        assertThat(api.InternetReadFileEx(request, buffers, 0, 0)).isFalse();
        assertThat(buffers.dwBufferLength).isEqualTo(9);
        rest.open();
        log.awaitComplete(request);

        assertThat(buffers.dwBufferLength).isEqualTo(4);
    }

    @Test
    @Rule({"R-ASYNC-35", "R-ASYNC-39", "R-ASYNC-40", "R-AVAIL-6", "R-AVAIL-1"})
    void internetQueryDataAvailable_whenItPends_deliversTheCountInTheErrorField() {
        Gate rest = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n")
                .hold(rest)
                .send("sixsix"));
        Conversation client = async();
        HINTERNET request = client.get("/");
        DwordRef available = new DwordRef(3);
        log.clear();

        assertThat(api.InternetQueryDataAvailable(request, available, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(available.value).isZero();
        rest.open();
        INTERNET_ASYNC_RESULT done = log.awaitComplete(request);

        assertThat(done.dwResult).isEqualTo(1);
        assertThat(done.dwError).isEqualTo(6);
        assertThat(available.value).isEqualTo(6);
    }

    @Test
    @Rule({"R-ASYNC-42", "R-ASYNC-43", "R-ASYNC-44", "R-ASYNC-45"})
    void callback_thatStartsTheNextOperation_readsTheWholeBody() {
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz");
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        ByteBuffer target = ByteBuffer.allocate(1);
        DwordRef count = new DwordRef();
        StringBuilder text = new StringBuilder();
        Gate finished = new Gate();
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, status -> {
            if (count.value == 1) {
                text.append((char) target.get(0));
            }
            while (api.InternetReadFile(request, target, 1, count)) {
                if (count.value == 0) {
                    finished.open();
                    return;
                }
                text.append((char) target.get(0));
            }
        });

        api.HttpSendRequest(request, null, 0, null, 0);
        finished.await();

        assertThat(text).hasToString("abcdefghijklmnopqrstuvwxyz");
    }

    /** An engine whose reads are done on the caller's thread, also in an asynchronous session. */
    private BackEnd openReadingAtOnce() {
        return backEnd.open(config -> config.withCompletionPolicy(
                function -> function.equals("InternetReadFile") ? Outcome.AT_ONCE : Outcome.NATURAL));
    }

    @Test
    @Rule("R-SEQ-15")
    void statusesOfARead_whileTheCompletionCallbackIsBusy_comeAfterIt() {
        BackEnd api = openReadingAtOnce();
        Gate body = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .hold(body)
                .send("hello"));
        Conversation client = Conversation.async(api, log, server);
        HINTERNET request = client.openRequest("/");
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, status -> work(BUSY_NANOS));

        assertThat(client.send(request)).isZero();
        log.on(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE, status -> body.open());
        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);

        // The log would have complained about an overlap.
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE))
                .extracting(StatusEntry::thread)
                .containsOnly(Thread.currentThread());
    }

    private static void work(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Rule({"R-SEQ-15", "R-ASYNC-45"})
    void completionCallback_thatWaitsForARead_doesNotBlockIt() {
        BackEnd api = openReadingAtOnce();
        server.onRequest(HELLO);
        Conversation client = Conversation.async(api, log, server);
        HINTERNET request = client.openRequest("/");
        Gate read = new Gate("the body is read");
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, status -> read.await());

        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");

        assertThat(read.isOpen()).isFalse();
        read.open();
    }

    @Test
    @Rule({"R-ASYNC-50", "R-ASYNC-25"})
    void httpSendRequest_withoutCallback_stillPendsAndCanBePolled() {
        server.onRequest(HELLO);
        HINTERNET session = api.InternetOpen("a", 1, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);

        assertThat(server.takeRequest().target()).isEqualTo("/");
    }

    @Test
    @Rule({"R-ASYNC-26", "R-ASYNC-27"})
    void httpEndRequest_withApiFlagSync_runsOnTheCallersThread() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        log.clear();

        assertThat(api.HttpSendRequestEx(request, null, null, ApiFlag.WININET_API_FLAG_SYNC, 0))
                .isTrue();
        assertThat(api.HttpEndRequest(request, null, ApiFlag.WININET_API_FLAG_SYNC, 0))
                .isTrue();

        assertThat(log.entries()).extracting(StatusEntry::thread).containsOnly(Thread.currentThread());
        assertThat(ApiFlag.IRF_NO_WAIT).isEqualTo(ApiFlag.IRF_USE_CONTEXT).isEqualTo(ApiFlag.HSR_INITIATE);
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static INTERNET_BUFFERS buffers(int length) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.allocate(length);
        buffers.dwBufferLength = length;
        return buffers;
    }
}
