package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.SecurityTokens;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ThrowingLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever closing meets, InternetCloseHandle returns TRUE and each handle ends with HANDLE_CLOSING. */
@ContractTest
final class ClosingFailureContractTest extends HttpFixture {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    ClosingFailureContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private HINTERNET requestWithFile(Conversation client) {
        server.handleAll(request -> Script.script().send(HELLO));
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);
        assertThat(client.send(request)).isZero();
        client.readAll(request);
        return request;
    }

    private Path file(HINTERNET request) {
        TextBuffer name = new TextBuffer(500);
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, new DwordRef(1000)))
                .isTrue();
        return Path.of(name.toString());
    }

    /** Closes the session, and expects every handle to end. */
    private void closeAll(Conversation client, HINTERNET... requests) {
        api.SetLastError(Win32Error.ERROR_SUCCESS);
        assertThat(api.InternetCloseHandle(client.session())).isTrue();
        assertThat(api.GetLastError()).isIn(Win32Error.ERROR_SUCCESS, Win32Error.ERROR_IO_PENDING);
        for (HINTERNET request : requests) {
            log.awaitClosing(request);
        }
        log.awaitClosing(client.connect());
        assertThat(api.InternetCloseHandle(client.connect())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    /** A folder that is not empty, under the name of the file, cannot be deleted by anybody. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-HANDLE-9", "R-HANDLE-12"})
    void internetCloseHandle_whenTheFileCannotBeDeleted_endsEveryHandle(boolean locked) throws IOException {
        try (CapturedLog captured = CapturedLog.start()) {
            Conversation client = sync();
            HINTERNET request = requestWithFile(client);
            HINTERNET other = client.openRequest("/");
            Path file = file(request);
            LockRef lock = new LockRef();
            assertThat(!locked || api.InternetLockRequestFile(request, lock)).isTrue();
            Files.delete(file);
            Files.createDirectories(file.resolve("inside"));

            closeAll(client, request, other);

            assertThat(!locked || api.InternetUnlockRequestFile(lock.value)).isTrue();
            Folders.delete(file);
            assertThat(captured.records())
                    .allMatch(
                            entry -> entry.getThrown() == null || !(entry.getThrown() instanceof NullPointerException));
        }
    }

    @Test
    @Rule({"R-HANDLE-9", "R-HANDLE-12"})
    void internetCloseHandle_whenTheFileAndItsFolderAreGone_endsEveryHandle() throws IOException {
        Conversation client = sync();
        HINTERNET request = requestWithFile(client);
        Path folder = file(request).getParent();
        Folders.delete(folder);

        closeAll(client, request);
        Files.createDirectories(folder);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                InternetStatus.INTERNET_STATUS_HANDLE_CLOSING,
                InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE,
                InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION,
                InternetStatus.INTERNET_STATUS_CONNECTION_CLOSED
            })
    @Rule({"R-CB-14", "R-HANDLE-12"})
    void internetCloseHandle_whenTheCallbackThrows_endsEveryHandle(int status) {
        Gate never = new Gate();
        try (CapturedLog captured = CapturedLog.start()) {
            server.handleAll(request -> Script.script().hold(never).mayBeCutShort());
            Conversation client = async();
            HINTERNET pending = client.openRequest("/");
            HINTERNET idle = client.openRequest("/");
            log.throwOn(status, () -> new IllegalStateException("a careless program"));
            assertThat(api.HttpSendRequest(pending, null, 0, null, 0)).isFalse();
            log.await(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);

            closeAll(client, pending, idle);

            assertThat(captured.records())
                    .allMatch(entry -> entry.getThrown() == null
                            || entry.getThrown().getMessage().equals("a careless program"));
        } finally {
            never.open();
        }
    }

    @Test
    @Rule({"R-HANDLE-9", "R-HANDLE-12"})
    void internetCloseHandle_onAnInterruptedThread_endsEveryHandleAndLeavesTheFlag() {
        Conversation client = sync();
        HINTERNET request = requestWithFile(client);
        Thread.currentThread().interrupt();
        boolean closed = api.InternetCloseHandle(client.session());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).isTrue();
        log.awaitClosing(request);
        log.awaitClosing(client.connect());
    }

    /** The callback of a child closes what is above it, again and again. */
    @Test
    @Rule({"R-HANDLE-9", "R-HANDLE-12"})
    void internetCloseHandle_insideHandleClosing_endsEveryHandleOnce() {
        Conversation client = sync();
        HINTERNET first = client.openRequest("/");
        HINTERNET second = client.openRequest("/");
        log.on(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING, entry -> {
            api.InternetCloseHandle(client.session());
            api.InternetCloseHandle(client.connect());
            api.InternetCloseHandle(second);
        });

        assertThat(api.InternetCloseHandle(first)).isTrue();

        log.awaitClosing(first);
        log.awaitClosing(second);
        log.awaitClosing(client.connect());
    }

    /** What is logged must not matter either, such as a handler of the program's that fails itself. */
    @Test
    @Rule({"R-CB-14", "R-HANDLE-12"})
    void internetCloseHandle_whenTheLogFails_endsEveryHandle() throws IOException {
        Conversation client = sync();
        HINTERNET request = requestWithFile(client);
        Path file = file(request);
        Files.delete(file);
        Files.createDirectories(file.resolve("inside"));
        log.throwOn(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING, () -> new IllegalStateException("careless"));
        try (ThrowingLog broken = new ThrowingLog()) {
            closeAll(client, request);
            assertThat(broken.records()).isPositive();
        }
        Folders.delete(file);
    }

    /** What a host plugs in may fail as well. */
    @Test
    @Rule({"R-HANDLE-9", "R-HANDLE-12"})
    void internetCloseHandle_whenASecurityPackageFails_endsEveryHandle() {
        SecurityTokens tokens = new SecurityTokens() {
            @Override
            public byte[] next(byte[] token) {
                return new byte[] {1};
            }

            @Override
            public void close() {
                throw new IllegalStateException("cannot close");
            }
        };
        BackEnd configured =
                backEnd.open(config -> config.withSecurityPackage((scheme, host, user, password) -> tokens));
        server.handleAll(request ->
                Script.script().send("HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n"));
        try (CapturedLog captured = CapturedLog.start()) {
            Conversation client = Conversation.sync(configured, log, server);
            HINTERNET request = client.openRequest("/");
            client.send(request);

            assertThat(configured.InternetCloseHandle(client.session())).isTrue();
            log.awaitClosing(request);
            log.awaitClosing(client.connect());
            assertThat(captured.records()).isNotNull();
        }
    }
}
