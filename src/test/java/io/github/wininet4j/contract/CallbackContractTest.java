package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.StatusCallback;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which callback a status goes to, and what is said of callbacks: also of handles that the program did not make itself.
 */
@ContractTest
final class CallbackContractTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final long CONTEXT = 9;
    private static final int DEPTH = 6;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final StatusLog log;
    private final StatusLog second;
    private final ScriptedHttpServer server;
    private final HINTERNET session;

    CallbackContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.server = backEnd.closeAfterTest(ScriptedHttpServer.start());
        server.handle("/", HELLO);
        this.api = backEnd.open();
        this.log = backEnd.statusLog();
        this.second = backEnd.statusLog();
        this.session = api.InternetOpen("agent", 1, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        assertThat(api.InternetSetStatusCallback(session, log)).isNull();
    }

    private HINTERNET openUrl() {
        assertThat(api.InternetOpenUrl(session, server.url("/"), null, 0, 0, CONTEXT))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        INTERNET_ASYNC_RESULT result = log.awaitComplete();
        assertThat(result.dwError).isZero();
        return new HINTERNET(result.dwResult);
    }

    private HINTERNET parent(HINTERNET handle) {
        HandleRef parent = new HandleRef();
        assertThat(api.InternetQueryOption(
                        handle, InternetOption.INTERNET_OPTION_PARENT_HANDLE, parent, new DwordRef(Long.BYTES)))
                .isTrue();
        return parent.value;
    }

    private StatusCallback callback(HINTERNET handle) {
        CallbackRef ref = new CallbackRef();
        assertThat(api.InternetQueryOption(
                        handle, InternetOption.INTERNET_OPTION_CALLBACK, ref, new DwordRef(Long.BYTES)))
                .isTrue();
        return ref.value;
    }

    @Test
    @Rule({"R-CB-4", "R-STAT-60", "R-ASYNC-6"})
    void internetOpenUrl_whenAsync_tellsEveryStatusUpToItsCompletion() {
        HINTERNET request = openUrl();

        assertThat(log.entries())
                .allSatisfy(entry -> assertThat(entry.context()).isEqualTo(CONTEXT))
                .extracting(StatusEntry::status)
                .contains(
                        InternetStatus.INTERNET_STATUS_HANDLE_CREATED,
                        InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                        InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
                        InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                        InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                        InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE,
                        InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED,
                        InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CREATED))
                .extracting(StatusEntry::handlePayload)
                .contains(request);
        assertThat(api.InternetCloseHandle(request)).isTrue();
        log.awaitClosing(request);
    }

    @Test
    @Rule({"R-CB-1", "R-CB-4", "R-CB-9", "R-HANDLE-12"})
    void callbackOfAHandleThatWasMadeForAUrl_isKnownAndCanBeReplaced() {
        HINTERNET request = openUrl();
        HINTERNET connect = parent(request);

        assertThat(callback(connect)).isSameAs(log);
        assertThat(api.InternetSetStatusCallback(connect, second)).isSameAs(log);
        assertThat(callback(connect)).isSameAs(second);
        assertThat(callback(request)).isSameAs(log);
        HINTERNET child = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, CONTEXT);
        assertThat(api.InternetCloseHandle(connect)).isTrue();

        log.awaitClosing(request);
        second.awaitClosing(child);
        assertThat(second.await(InternetStatus.INTERNET_STATUS_HANDLE_CREATED).handlePayload())
                .isEqualTo(child);
        assertThat(log.entries(child)).isEmpty();
    }

    @Test
    @Rule({"R-CB-1", "R-CB-3", "R-CB-6"})
    void internetSetStatusCallback_returnsTheObjectThatWasSet() {
        StatusCallback other = (handle, context, status, information, length) -> {};

        assertThat(api.InternetSetStatusCallback(session, other)).isSameAs(log);
        assertThat(api.InternetSetStatusCallback(session, null)).isSameAs(other);
        assertThat(api.InternetSetStatusCallback(session, log)).isNull();
        assertThat(callback(session)).isSameAs(log);
    }

    @Test
    @Rule({"R-PROJ-CALL-5", "R-PROJ-CALL-6"})
    void callbackThatWaitsForAnotherCompletion_doesNotHoldItUp() {
        // Without a body the connection serves the next request at once.
        server.handle("/empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 0);
        List<Gate> completed = new ArrayList<>();
        List<HINTERNET> requests = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            completed.add(new Gate("completion " + i));
        }
        for (int i = 0; i < DEPTH; i++) {
            // Each waits for the one after it, and the last one for none.
            Gate own = completed.get(i);
            Gate next = i + 1 < DEPTH ? completed.get(i + 1) : null;
            HINTERNET request = api.HttpOpenRequest(connect, "GET", "/empty", null, null, null, 0, 100 + i);
            api.InternetSetStatusCallback(request, (handle, context, status, information, length) -> {
                if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                    if (next != null) {
                        next.await();
                    }
                    own.open();
                }
            });
            requests.add(request);
        }

        for (HINTERNET request : requests) {
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        }

        completed.get(0).await();
    }

    /** A callback of its own for each request, and many handles open at once: every status reaches the right one. */
    @Test
    @Rule({"R-CB-6", "R-CB-8", "R-HANDLE-12", "R-ASYNC-31"})
    void manyRequests_eachWithACallback_areToldTheirOwn() {
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 0);
        List<HINTERNET> requests = new ArrayList<>();
        List<StatusLog> logs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, 100 + i);
            StatusLog own = backEnd.statusLog();
            assertThat(api.InternetSetStatusCallback(request, own)).isSameAs(log);
            requests.add(request);
            logs.add(own);
        }
        for (int i = 0; i < requests.size(); i++) {
            HINTERNET request = requests.get(i);
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            assertThat(logs.get(i).awaitComplete(request).dwResult).isEqualTo(1);
            ByteBuffer data = ByteBuffer.allocate(5);
            DwordRef count = new DwordRef();
            if (!api.InternetReadFile(request, data, 5, count)) {
                assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
                assertThat(logs.get(i).awaitComplete(request).dwResult).isEqualTo(1);
            }
            assertThat(count.value).isEqualTo(5);
            assertThat(new String(data.array(), StandardCharsets.US_ASCII)).isEqualTo("hello");
        }
        for (int i = 0; i < requests.size(); i++) {
            assertThat(api.InternetCloseHandle(requests.get(i))).isTrue();
            logs.get(i).awaitClosing(requests.get(i));
            long context = 100L + i;
            assertThat(logs.get(i).entries())
                    .allSatisfy(entry -> assertThat(entry.context()).isEqualTo(context));
        }
    }
}
