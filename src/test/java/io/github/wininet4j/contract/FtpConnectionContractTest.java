package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CONNECTED_INFO;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging on to FTP servers, and what ends a session. */
@ContractTest
final class FtpConnectionContractTest {
    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpConnectionContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
    }

    private FtpClient client(boolean async) {
        return new FtpClient(api, log, async);
    }

    private int connect(String user, String password) {
        return client(false).connect("127.0.0.1", server.port(), user, password, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-CONN-4", "R-FTP-36", "R-ASYNC-13", "R-STAT-20", "R-STAT-30", "R-STAT-41"})
    void internetConnect_logsOnAtOnce_andTellsEachStep(boolean async) {
        FtpClient client = client(async);

        assertThat(client.connect("127.0.0.1", server.port(), "me", "secret", 0))
                .isZero();

        assertThat(server.commands()).containsExactly("USER me", "PASS secret");
        log.assertSequence(
                "HANDLE_CREATED",
                "CONNECTING_TO_SERVER",
                "CONNECTED_TO_SERVER",
                "RECEIVING_RESPONSE",
                "RESPONSE_RECEIVED",
                "(SENDING_REQUEST REQUEST_SENT RECEIVING_RESPONSE RESPONSE_RECEIVED)+",
                async ? "REQUEST_COMPLETE" : "(REQUEST_COMPLETE REQUEST_COMPLETE)?");
        assertThat(log.entries())
                .allSatisfy(entry -> assertThat(entry.context()).isEqualTo(FtpClient.CONNECT_CONTEXT));
        DwordRef type = new DwordRef();
        assertThat(api.InternetQueryOption(
                        client.connect(), InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(4)))
                .isTrue();
        assertThat(type.value).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_CONNECT_FTP);
    }

    @Test
    @Rule({"R-CONN-5", "R-PROJ-FTP-4"})
    void missingNames_areThoseOfAnonymousUsers() {
        assertThat(connect(null, null)).isZero();
        assertThat(connect("me", null)).isZero();
        assertThat(connect("me", "")).isZero();

        assertThat(server.commands())
                .containsExactly("USER anonymous", "PASS IEUser@", "USER me", "PASS", "USER me", "PASS");
    }

    @Test
    @Rule({"R-CONN-5", "R-CONN-6"})
    void passwordWithoutUser_isRefused_beforeAnythingIsSent() {
        assertThat(connect(null, "secret")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(connect("a\r\nDELE x", "secret")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(connect("a", "secret\nDELE x")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(server.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USER, 530 no such user, 12013",
        "PASS, 530 Login incorrect., 12014",
        "PASS, 332 account, 12015",
        "USER, 332 account, 12015",
        "(greeting), 530 not today, 12003",
        "(greeting), 421 too many users, 12111",
        "(greeting), (close), 12111",
        "(greeting), (reset), 12031",
        "(greeting), HTTP/1.1 200 OK, 12152",
        "USER, (close), 12111",
        "PASS, (reset), 12031",
    })
    @Rule({
        "R-CONN-12",
        "R-FTP-36",
        "R-FTP-42",
        "R-FTP-43",
        "R-FTP-25",
        "R-FTP-35",
        "R-ERRN-12013..12015",
        "R-ERRN-12111"
    })
    void refusedLogins_haveTheirErrors(String command, String reply, int error) {
        server.answer(command, reply);

        assertThat(connect("me", "secret")).isEqualTo(error);
    }

    @Test
    @Rule("R-CONN-12")
    void replyBeforeThePassword_isEnough_andA120IsWaitedFor() {
        server.answer("(greeting)", "120 in a minute\r\n220-hello\r\n 221 not yet\r\n220 ready")
                .answer("USER", "230 in");

        assertThat(connect("me", "secret")).isZero();

        assertThat(server.count("PASS")).isZero();
    }

    @Test
    @Rule({"R-FTP-39", "R-FTP-43", "R-LASTRESP-1"})
    void lastResponse_afterSuccess_hasAllLinesOfTheLogin() {
        FtpClient client = client(false).to(server);

        assertThat(client.lastResponse()).isEqualTo("220 ready\r\n331 password\r\n230-welcome\r\n230 in\r\n");
    }

    @Test
    @Rule({"R-FTP-6", "R-FTP-39", "R-LASTRESP-1", "R-LASTRESP-2", "R-LASTRESP-4"})
    void lastResponse_afterRefusal_hasTheServersWordsAndTheError_untilTheNextCall() {
        FtpClient client = client(false).to(server);
        assertThat(client.done(() -> api.FtpDeleteFile(client.connect(), "nothing")))
                .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        DwordRef error = new DwordRef();
        TextBuffer text = new TextBuffer(100);
        DwordRef length = new DwordRef(100);

        assertThat(api.InternetGetLastResponseInfo(error, text, length)).isTrue();
        assertThat(text).hasToString("550 no such file\r\n");
        assertThat(length.value).isEqualTo(18);
        assertThat(error.value).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(api.InternetGetLastResponseInfo(null, text, length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetGetLastResponseInfo(error, text, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "/x")))
                .isZero();
        assertThat(client.lastResponse()).isEqualTo("250 done\r\n");
    }

    @Test
    @Rule({"R-LASTRESP-6", "R-FTP-41", "R-ASYNC-47"})
    void lastResponse_ofAPendingCall_isForTheThreadOfItsCompletion() throws Exception {
        FtpClient client = client(true).to(server);
        CompletableFuture<String> seen = new CompletableFuture<>();
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, entry -> seen.complete(client.lastResponse()));

        assertThat(client.done(() -> api.FtpCreateDirectory(client.connect(), "new")))
                .isZero();

        assertThat(seen.get(Waits.SECONDS, TimeUnit.SECONDS)).isEqualTo("257 \"new\" made\r\n");
        assertThat(client.lastResponse()).isEmpty();
    }

    @Test
    @Rule({"R-FTP-41", "R-ASYNC-47", "R-ASYNC-10"})
    void pendingFolderFunctions_completeWithTheContextOfTheConnection() {
        FtpClient client = client(true).to(server);
        server.file("a", "x");
        HINTERNET connect = client.connect();

        for (var call : List.<Supplier<Boolean>>of(
                () -> api.FtpCreateDirectory(connect, "d"),
                () -> api.FtpSetCurrentDirectory(connect, "d"),
                () -> api.FtpRemoveDirectory(connect, "d"),
                () -> api.FtpRenameFile(connect, "a", "b"),
                () -> api.FtpDeleteFile(connect, "b"),
                () -> api.FtpGetCurrentDirectory(connect, new TextBuffer(260), new DwordRef(260)))) {
            log.clear();
            assertThat(call.get()).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            assertThat(log.awaitComplete(connect).dwResult).isEqualTo(1);
            assertThat(log.await(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)
                            .context())
                    .isEqualTo(FtpClient.CONNECT_CONTEXT);
        }
    }

    @Test
    @Rule({"R-CONN-13", "R-ERRN-12007", "R-ERRN-12029"})
    void unknownHost_andRefusedConnection_haveTheErrorsOfHttp() throws IOException {
        BackEnd configured = backEnd.open(config -> config.withResolver(host -> {
            throw new UnknownHostException(host);
        }));
        FtpClient client = new FtpClient(configured, log, false);
        assertThat(client.connect("nobody.example", 21, null, null, 0))
                .isEqualTo(WinInetError.ERROR_INTERNET_NAME_NOT_RESOLVED);

        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        assertThat(client.connect("127.0.0.1", port, null, null, 0))
                .isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    @Rule({"R-FTP-23", "R-ERRN-12023"})
    void offline_isNoDirectAccess() {
        FtpClient client = client(false).to(server);
        INTERNET_CONNECTED_INFO offline = new INTERNET_CONNECTED_INFO();
        offline.dwConnectedState = InternetState.INTERNET_STATE_DISCONNECTED_BY_USER;
        assertThat(api.InternetSetOption(
                        null, InternetOption.INTERNET_OPTION_CONNECTED_STATE, offline, offline.sizeof()))
                .isTrue();

        assertThat(client.done(() -> api.FtpCommand(client.connect(), false, 0, "NOOP", 0, null)))
                .isEqualTo(WinInetError.ERROR_INTERNET_NO_DIRECT_ACCESS);
        assertThat(connect("me", "secret")).isEqualTo(WinInetError.ERROR_INTERNET_NO_DIRECT_ACCESS);
    }

    @Test
    @Rule({"R-FTP-35", "R-FTP-43", "R-PROJ-FTP-8"})
    void sessionThatTheServerEnds_isDropped_andStaysSo() {
        for (String end : List.of("421 timeout", ScriptedFtpServer.CLOSE, ScriptedFtpServer.RESET)) {
            FtpClient client = client(false).to(server);
            server.answerOnce("CWD", end);
            int error = end.equals(ScriptedFtpServer.RESET)
                    ? WinInetError.ERROR_INTERNET_CONNECTION_RESET
                    : WinInetError.ERROR_FTP_DROPPED;

            assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                    .isEqualTo(error);
            assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                    .isEqualTo(WinInetError.ERROR_FTP_DROPPED);
            client.close(client.connect());
        }
    }

    @Test
    @Rule({"R-OPTN-6", "R-FTP-34", "R-ERRN-12002"})
    void silentServer_isGivenUpAfterTheReceiveTimeoutOfTheControlConnection() {
        FtpClient client = client(false).to(server);
        server.answer("CWD", ScriptedFtpServer.SILENCE);
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                .isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-HANDLE-8", "R-HANDLE-11", "R-HANDLE-16"})
    void internetCloseHandle_whileACallPends_cancelsIt_andElseTakesLeave() {
        FtpClient client = client(true).to(server);
        server.answer("CWD", ScriptedFtpServer.SILENCE);
        log.clear();
        assertThat(api.FtpSetCurrentDirectory(client.connect(), "x")).isFalse();
        server.await("CWD x");
        assertThat(api.InternetCloseHandle(client.connect())).isTrue();
        assertThat(log.awaitComplete(client.connect()).dwError)
                .isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(client.connect());
        assertThat(server.count("QUIT")).isZero();

        FtpClient idle = client(false).to(server);
        log.clear();
        idle.close(idle.connect());
        server.await("QUIT");
        log.assertSequence("CLOSING_CONNECTION", "CONNECTION_CLOSED", "HANDLE_CLOSING");
    }

    @Test
    @Rule({"R-CONN-1", "R-CONN-8"})
    void portZero_isTheServersOfFtp_andOtherServicesAreUnknown() {
        FtpClient client = client(false);
        assertThat(api.InternetConnect(client.session(), "127.0.0.1", 0, null, null, 9, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ServiceType.INTERNET_DEFAULT_FTP_PORT).isEqualTo(21);
        assertThat(client.connect("127.0.0.1", 65_536, null, null, InternetFlag.INTERNET_FLAG_PASSIVE))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
