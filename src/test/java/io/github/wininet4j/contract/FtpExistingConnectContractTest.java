package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** INTERNET_FLAG_EXISTING_CONNECT: the FTP session that a closed handle leaves to the next. */
@ContractTest
final class FtpExistingConnectContractTest {
    private static final int EXISTING =
            InternetFlag.INTERNET_FLAG_EXISTING_CONNECT | InternetFlag.INTERNET_FLAG_PASSIVE;

    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpExistingConnectContractTest(BackEndUnderTest backEnd) {
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        server.file("a.txt", "hello").listing("-rw-r--r-- 1 me us 5 Mar 15  2021 a.txt");
    }

    private void connectAndClose(FtpClient client, int flags) {
        client.to(server, flags);
        client.close(client.connect());
    }

    private String read(FtpClient client, String path, int flags) {
        String url = "ftp://127.0.0.1:" + server.port() + path;
        HINTERNET file =
                client.opened(() -> api.InternetOpenUrl(client.session(), url, null, 0, flags, FtpClient.FILE_CONTEXT));
        assertThat(file).isNotNull();
        String content = new String(client.readAll(file), StandardCharsets.UTF_8);
        client.close(file);
        return content;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-HANDLE-27", "R-HANDLE-28", "R-FLAG-3", "R-CONN-8", "R-PROJ-FTP-14"})
    void internetConnect_takesTheSessionThatAClosedHandleLeft(boolean async) {
        FtpClient client = new FtpClient(api, log, async);
        connectAndClose(client, EXISTING);

        client.to(server, EXISTING);

        assertThat(log.statuses()).doesNotContain(InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER);
        HINTERNET file = client.openToRead("a.txt");
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(server.count("USER")).isEqualTo(1);
        assertThat(server.count("QUIT")).isZero();
    }

    @Test
    @Rule({"R-HANDLE-27", "R-HANDLE-28", "R-FLAG-3", "R-URLOPEN-6", "R-PROJ-FTP-14"})
    void internetOpenUrl_readsOneFileAfterTheOther_inOneSession() {
        FtpClient client = new FtpClient(api, log, false);
        int flags = EXISTING | InternetFlag.INTERNET_FLAG_RELOAD;

        assertThat(read(client, "/docs/", flags)).contains("a.txt");
        assertThat(read(client, "/a.txt", flags)).isEqualTo("hello");
        assertThat(read(client, "/a.txt", flags)).isEqualTo("hello");

        assertThat(server.count("USER")).isEqualTo(1);
        assertThat(server.commands()).containsSubsequence("PWD", "CWD docs", "CWD /", "RETR a.txt", "RETR a.txt");
        assertThat(api.InternetCloseHandle(client.session())).isTrue();
        server.await("QUIT");
    }

    @ParameterizedTest
    @CsvSource({"you, secret, 0x28000000", "me, other, 0x28000000", "me, secret, 0x20000000", "me, secret, 0x08000000"})
    @Rule({"R-HANDLE-27", "R-FLAG-3", "R-PROJ-FTP-14"})
    void otherUserOrMode_logsOnAnew(String user, String password, String flags) {
        FtpClient client = new FtpClient(api, log, false);
        connectAndClose(client, EXISTING);

        int second = Long.decode(flags).intValue();

        assertThat(client.connect("127.0.0.1", server.port(), user, password, second))
                .isZero();
        assertThat(server.count("USER")).isEqualTo(2);
    }

    @Test
    @Rule({"R-HANDLE-27", "R-PROJ-FTP-14"})
    void sessionInUse_isLeftToItsHandle() {
        FtpClient client = new FtpClient(api, log, false).to(server, EXISTING);
        HINTERNET first = client.connect();

        client.to(server, EXISTING);

        assertThat(server.count("USER")).isEqualTo(2);
        HINTERNET second = client.connect();
        client.close(first);
        client.close(second);
        // One is kept; the other took leave.
        server.await("QUIT");
        client.to(server, EXISTING);
        assertThat(server.count("USER")).isEqualTo(2);
        assertThat(server.count("QUIT")).isEqualTo(1);
    }

    @Test
    @Rule({"R-HANDLE-27", "R-PROJ-FTP-14"})
    void folderThatWasEntered_isLeft() {
        FtpClient client = new FtpClient(api, log, false).to(server, EXISTING);
        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "docs")))
                .isZero();
        client.close(client.connect());

        client.to(server, EXISTING);

        TextBuffer folder = new TextBuffer(100);
        assertThat(client.done(() -> api.FtpGetCurrentDirectory(client.connect(), folder, new DwordRef(100))))
                .isZero();
        assertThat(folder).hasToString("/");
        assertThat(server.count("USER")).isEqualTo(1);
    }

    @Test
    @Rule({"R-HANDLE-27", "R-PROJ-FTP-14"})
    void commandOfTheCallers_orAFileReadInPart_endsTheSession() {
        FtpClient client = new FtpClient(api, log, false).to(server, EXISTING);
        assertThat(client.done(() -> api.FtpCommand(client.connect(), false, 0, "NOOP", 0, null)))
                .isZero();
        client.close(client.connect());
        client.to(server, EXISTING);
        assertThat(server.count("USER")).isEqualTo(2);

        HINTERNET file = client.openToRead("a.txt");
        assertThat(client.done(() -> api.InternetReadFile(file, ByteBuffer.allocate(1), 1, new DwordRef())))
                .isZero();
        client.close(file);
        client.close(client.connect());
        client.to(server, EXISTING);

        assertThat(server.count("USER")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedFtpServer.CLOSE, ScriptedFtpServer.RESET, "421 too late", "550 no"})
    @Rule({"R-HANDLE-27", "R-PROJ-FTP-14"})
    void serverThatHasGone_isLoggedOnToAnew(String answer) {
        FtpClient client = new FtpClient(api, log, false);
        connectAndClose(client, EXISTING);
        server.answerOnce("CWD", answer);

        client.to(server, EXISTING);

        assertThat(server.count("USER")).isEqualTo(2);
    }

    @Test
    @Rule({"R-HANDLE-27", "R-HANDLE-28"})
    void sessions_shareNothing_andHttpTakesTheFlag() {
        FtpClient client = new FtpClient(api, log, false);
        connectAndClose(client, EXISTING);
        FtpClient other = new FtpClient(api, log, false).to(server, EXISTING);
        assertThat(server.count("USER")).isEqualTo(2);
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);

        HINTERNET http = api.InternetConnect(
                session, "127.0.0.1", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, EXISTING, 0);

        assertThat(http).isNotNull();
        for (HINTERNET each : List.of(client.session(), other.connect(), other.session(), session)) {
            assertThat(api.InternetCloseHandle(each)).isTrue();
        }
        server.await("QUIT");
    }
}
