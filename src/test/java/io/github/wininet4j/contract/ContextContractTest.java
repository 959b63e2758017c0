package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Context values and callbacks: which handle they belong to, and which handles report nothing. */
@ContractTest
final class ContextContractTest extends HttpFixture {
    private static final long OWN_CONTEXT = 77;

    ContextContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static long context(BackEnd api, HINTERNET handle) {
        LongRef value = new LongRef(-1);
        assertThat(api.InternetQueryOption(
                        handle, InternetOption.INTERNET_OPTION_CONTEXT_VALUE, value, new DwordRef(8)))
                .isTrue();
        return value.value;
    }

    @Test
    @Rule({"R-CTX-1", "R-ASYNC-3", "R-ASYNC-5", "R-CONN-11", "R-CONTRA-1", "R-OPEN-Q-3"})
    void zeroContext_pendsByDefault_andNothingIsToldEver() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET silent = api.HttpOpenRequest(client.connect(), null, "/", null, null, null, 0, 0);
        log.clear();

        assertThat(api.HttpSendRequest(silent, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        server.takeRequest();
        // Closing the engine waits for the worker, so every status has been reported by now.
        api.close();

        assertThat(log.entries(silent)).isEmpty();
    }

    @Test
    @Rule({"R-ASYNC-3", "R-ASYNC-5"})
    void zeroContext_withTheSwitch_runsSynchronously() {
        BackEnd api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.ZERO_CONTEXT_IS_SYNCHRONOUS));
        server.onRequest(HELLO);
        Conversation client = Conversation.async(api, log, server);
        HINTERNET silent = api.HttpOpenRequest(client.connect(), null, "/", null, null, null, 0, 0);

        assertThat(api.HttpSendRequest(silent, null, 0, null, 0)).isTrue();

        assertThat(log.entries(silent)).isEmpty();
    }

    @Test
    @Rule({"R-ASYNC-26", "R-CTX-1"})
    void zeroContext_withUseContext_isTold() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = api.HttpOpenRequest(
                client.connect(), null, "/", null, null, null, ApiFlag.WININET_API_FLAG_USE_CONTEXT, 0);
        log.clear();

        assertThat(client.outcome(api.HttpSendRequest(request, null, 0, null, 0), request))
                .isZero();

        assertThat(log.entries(request)).isNotEmpty().allMatch(entry -> entry.context() == 0);
    }

    @Test
    @Rule({"R-CTX-2", "R-CTX-7", "R-SENDEX-8"})
    void context_passedToLaterCalls_doesNotReplaceTheHandles() {
        server.onRequest(HELLO);
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        INTERNET_BUFFERS target = new INTERNET_BUFFERS();
        target.lpvBuffer = ByteBuffer.allocate(9);
        target.dwBufferLength = 9;
        log.clear();

        client.outcome(api.HttpSendRequestEx(request, null, null, 0, 1001), request);
        client.outcome(api.HttpEndRequest(request, null, 0, 1002), request);
        client.outcome(api.InternetReadFileEx(request, target, 0, 1003), request);

        assertThat(log.entries(request))
                .isNotEmpty()
                .allMatch(entry -> entry.context() == Conversation.REQUEST_CONTEXT);
    }

    @Test
    @Rule({"R-CTX-3", "R-CTX-4", "R-CTX-6", "R-OPTN-45"})
    void context_isNotInherited_andCanBeSetOnAnyHandle() {
        HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
        assertThat(context(api, session)).isZero();
        assertThat(api.InternetSetOption(session, InternetOption.INTERNET_OPTION_CONTEXT_VALUE, new LongRef(1), 8))
                .isTrue();
        assertThat(context(api, session)).isEqualTo(1);

        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 0);

        assertThat(context(api, connect)).isZero();
    }

    @Test
    @Rule({"R-CTX-5", "R-OPTN-45"})
    void contextOption_withBadArguments_saysWhatIsWrong() {
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        int option = InternetOption.INTERNET_OPTION_CONTEXT_VALUE;
        LongRef value = new LongRef(5);
        assertThat(api.InternetSetOption(request, option, null, 8)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        for (int size : new int[] {0, 7, 9, -1}) {
            assertThat(api.InternetSetOption(request, option, value, size)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(api.InternetQueryOption(request, option, null, new DwordRef(8)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(api.InternetQueryOption(null, option, value, new DwordRef(8)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.InternetSetOption(null, option, value, 8)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(context(api, request)).isEqualTo(Conversation.REQUEST_CONTEXT);
    }

    @Test
    @Rule({"R-CTX-8", "R-SEEK-12", "R-AVAIL-2"})
    void queryDataAvailableAndSetFilePointer_withContextOrFlags_areRefused() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.get("/");

        assertThat(api.InternetQueryDataAvailable(request, null, 1, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetQueryDataAvailable(request, null, 0, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetSetFilePointer(request, 0, null, 0, 1)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetQueryDataAvailable(request, null, 0, 0)).isTrue();
    }

    @Test
    @Rule({"R-CTX-9", "R-REQ-15", "R-SEQ-9", "R-STAT-60"})
    void handleCreated_comesToTheParentWithTheNewContext_beforeTheCallReturns() {
        Conversation client = sync();

        HINTERNET request = client.openRequest("/");

        assertThat(log.names()).containsExactly("HANDLE_CREATED", "HANDLE_CREATED");
        StatusEntry first = log.entries().get(0);
        assertThat(first.handle()).isEqualTo(client.session());
        assertThat(first.context()).isEqualTo(Conversation.CONNECT_CONTEXT);
        assertThat(first.handlePayload()).isEqualTo(client.connect());
        assertThat(first.length()).isEqualTo(8);
        StatusEntry second = log.entries().get(1);
        assertThat(second.handle()).isEqualTo(client.connect());
        assertThat(second.context()).isEqualTo(Conversation.REQUEST_CONTEXT);
        assertThat(second.handlePayload()).isEqualTo(request);
        assertThat(second.thread()).isSameAs(Thread.currentThread());
    }

    @Test
    @Rule({"R-CB-1", "R-CB-2", "R-CB-3", "R-CB-6", "R-CB-8", "R-CONTRA-18"})
    void internetSetStatusCallback_returnsThePreviousOne() {
        HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
        StatusCallback one = (handle, context, status, info, length) -> {};
        StatusCallback two = (handle, context, status, info, length) -> {};

        assertThat(api.InternetSetStatusCallback(session, one)).isNull();
        assertThat(api.InternetSetStatusCallback(session, two)).isSameAs(one);
        assertThat(api.InternetSetStatusCallback(session, null)).isSameAs(two);
        assertThat(api.InternetSetStatusCallback(session, one)).isNull();
        assertThat(api.InternetSetStatusCallback(new HINTERNET(1), one))
                .isSameAs(StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-CB-4", "R-CB-5", "R-CB-8"})
    void callback_isCopiedToChildrenWhenTheyAreMade() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        StatusLog later = backEnd.statusLog();

        api.InternetSetStatusCallback(client.session(), later);
        client.send(request);

        assertThat(later.entries()).isEmpty();
        assertThat(log.entries(request)).isNotEmpty();
    }

    @Test
    @Rule({"R-CB-7"})
    void internetSetStatusCallback_whileAnOperationPends_isRefused() {
        Gate answer = new Gate();
        server.onRequest(Script.script().hold(answer).send(HELLO));
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        api.HttpSendRequest(request, null, 0, null, 0);

        assertThat(api.InternetSetStatusCallback(request, null))
                .isSameAs(StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_REQUEST_PENDING);

        answer.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"AT_ONCE", "PENDING"})
    @Rule("R-PROJ-CALL-3")
    void handle_thatIsClosedWhileItIsMade_getsHandleClosingOnlyAfterHandleCreated(Outcome outcome) {
        AtomicReference<Runnable> beforeOutcome = new AtomicReference<>();
        BackEnd api = backEnd.open(config -> config.withCompletionPolicy(function -> {
            Runnable action = function.equals("HttpOpenRequest") ? beforeOutcome.getAndSet(null) : null;
            if (action == null) {
                return Outcome.NATURAL;
            }
            action.run();
            return outcome;
        }));
        Conversation client = Conversation.async(api, log, server);
        log.clear();
        beforeOutcome.set(() -> api.InternetCloseHandle(client.session()));

        HINTERNET request = api.HttpOpenRequest(client.connect(), null, "/", null, null, null, 0, OWN_CONTEXT);

        if (request == null) {
            assertThat(log.awaitComplete().dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        }
        log.awaitClosing(client.connect());
        assertThat(log.entries())
                .filteredOn(
                        entry -> entry.context() == OWN_CONTEXT && !entry.name().equals("REQUEST_COMPLETE"))
                .extracting(StatusEntry::name)
                .isEqualTo(request == null ? List.of() : List.of("HANDLE_CREATED", "HANDLE_CLOSING"));
    }

    @Test
    @Rule({"R-CB-9", "R-OPTN-1", "R-CONTRA-6"})
    void optionCallback_canBeReadButNotSet() {
        Conversation client = sync();
        CallbackRef found = new CallbackRef();

        assertThat(api.InternetQueryOption(
                        client.connect(), InternetOption.INTERNET_OPTION_CALLBACK, found, new DwordRef(8)))
                .isTrue();
        assertThat(found.value).isSameAs(log);
        assertThat(api.InternetSetOption(client.connect(), InternetOption.INTERNET_OPTION_CALLBACK, found, 8))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_CALLBACK, found, 8))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    @Test
    @Rule({"R-CB-14", "R-ASYNC-42"})
    void callback_thatThrows_harmsNobody() {
        server.onRequest(HELLO);
        Gate done = new Gate();
        HINTERNET session = api.InternetOpen("a", 1, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                done.open();
            }
            throw new IllegalStateException("from a callback");
        });
        try (CapturedLog logged = CapturedLog.start()) {
            HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 0);
            HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);

            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            server.takeRequest();
            api.InternetCloseHandle(request);

            done.await();
            // Of the status in which the gate was opened, and so the last.
            String closing = Integer.toString(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING);
            logged.await(
                    "HANDLE_CLOSING",
                    entry -> CapturedLog.threw(entry, "from a callback")
                            && entry.getMessage().contains(closing));
            // Ends the thread that logs, so that nothing of it is printed later.
            api.close();
        }
    }

    @Test
    @Rule({"R-CB-11", "R-CB-15", "R-CB-16", "R-CB-12"})
    void statusText_isACopyThatTheCallbackMayChange() {
        server.handleAll(request -> Script.script().send(HELLO + ""));
        HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
        StringBuilder hosts = new StringBuilder();
        api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> {
            if (info instanceof TextBuffer text) {
                hosts.append(text).append('/').append(length).append(' ');
                text.setCharAt(0, 'X');
            }
        });
        HINTERNET connect = api.InternetConnect(session, "localhost", server.port(), null, null, 3, 0, 0);
        HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();

        assertThat(hosts).hasToString("localhost/10 127.0.0.1/10 127.0.0.1/10 127.0.0.1/10 ");
        assertThat(server.takeRequest().header("Host")).startsWith("localhost:");
    }
}
