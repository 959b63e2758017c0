package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on FTP servers: open ones and whole ones. */
@ContractTest
final class FtpFileContractTest {
    private static final int ACTIVE = 0;

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpFileContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        server.file("a.txt", "hello");
    }

    private FtpClient client() {
        return new FtpClient(api, log, false).to(server);
    }

    private Path local(String name) {
        return backEnd.temporaryFolder().resolve(name);
    }

    private boolean get(HINTERNET connect, String remote, Path local, boolean mustBeNew) {
        return api.FtpGetFile(connect, remote, local.toString(), mustBeNew, 0, 0, FtpClient.FILE_CONTEXT);
    }

    @ParameterizedTest
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    @Rule({"R-FTP-2", "R-FTP-18", "R-READ-1", "R-WRITE-1", "R-WRITE-3", "R-FLAG-5", "R-ASYNC-48", "R-ASYNC-10"})
    void openFiles_areReadAndWritten_inBothModes(boolean async, boolean passive) {
        int flags = passive ? InternetFlag.INTERNET_FLAG_PASSIVE : ACTIVE;
        FtpClient client = new FtpClient(api, log, async).to(server, flags);

        HINTERNET reading = client.openToRead("a.txt");
        assertThat(reading).isNotNull();
        assertThat(new String(client.readAll(reading), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(client.error()).isZero();
        client.close(reading);

        HINTERNET writing = client.openToWrite("b.txt");
        assertThat(writing).isNotNull();
        assertThat(client.write(writing, new byte[] {'o', 'n', 'e', ' '})).isZero();
        assertThat(client.write(writing, new byte[] {'t', 'w', 'o'})).isZero();
        client.close(writing);
        assertThat(new String(server.file("b.txt"), StandardCharsets.UTF_8)).isEqualTo("one two");
        assertThat(server.count(passive ? "PASV" : "PORT")).isEqualTo(2);
    }

    @Test
    @Rule({"R-FTP-2", "R-FLAG-5"})
    void ipv6_takesTheExtendedCommands() {
        ScriptedFtpServer six = backEnd.closeAfterTest(ScriptedFtpServer.startOnIpv6());
        six.file("a", "six");
        for (int flags : new int[] {InternetFlag.INTERNET_FLAG_PASSIVE, ACTIVE}) {
            FtpClient client = new FtpClient(api, log, false).to(six, flags);
            HINTERNET file = client.openToRead("a");
            assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("six");
        }

        assertThat(six.count("EPSV")).isEqualTo(1);
        assertThat(six.count("EPRT")).isEqualTo(1);
    }

    @Test
    @Rule({"R-FTP-2", "R-FTP-35", "R-ERRN-12112"})
    void serverWithoutTheOldCommands_isAskedWithTheExtendedOnes() {
        server.answer("PASV", "500 what?").answer("PORT", "502 what?");
        FtpClient passive = client();
        HINTERNET file = passive.openToRead("a.txt");
        assertThat(passive.readAll(file)).hasSize(5);
        passive.close(file);
        FtpClient active = new FtpClient(api, log, false).to(server, ACTIVE);
        assertThat(active.readAll(active.openToRead("a.txt"))).hasSize(5);

        server.answer("EPSV", "500 what?");
        assertThat(passive.openToRead("a.txt")).isNull();
        assertThat(passive.error()).isEqualTo(WinInetError.ERROR_FTP_NO_PASSIVE_MODE);
    }

    @Test
    @Rule({"R-FTP-15", "R-PROJ-FTP-17"})
    void ftpGetFile_thatFails_emptiesWhatALinkLeadsTo_andLeavesDevicesAlone(@TempDir Path folder) throws IOException {
        FtpClient client = client();
        server.answer(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        Path file = Files.writeString(folder.resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));

        for (Path local : List.of(link, device)) {
            assertThat(get(client.connect(), "a.txt", local, false)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }

        assertThat(link).isSymbolicLink();
        assertThat(file).isEmptyFile();
        assertThat(device).isSymbolicLink();
        assertThat(Path.of("/dev/null")).exists();
        assertThat(get(client.connect(), "a.txt", file, false)).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    @Rule({"R-FTP-4", "R-FTP-5", "R-HANDLE-20"})
    void handleType_isCheckedBeforeOtherParameters_butNotByGetAndPut() {
        FtpClient client = client();
        HINTERNET session = client.session();
        List<Supplier<Object>> typeFirst = List.of(
                () -> api.FtpCreateDirectory(session, null),
                () -> api.FtpDeleteFile(session, null),
                () -> api.FtpRemoveDirectory(session, null),
                () -> api.FtpRenameFile(session, null, null),
                () -> api.FtpOpenFile(session, null, 0, 5, 0) == null ? false : true,
                () -> api.FtpGetFile(session, "a", "b", false, 0, 5, 0),
                () -> api.FtpPutFile(session, "a", "b", 5, 0));
        for (Supplier<Object> call : typeFirst) {
            assertThat(call.get()).isEqualTo(false);
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        }
        assertThat(api.FtpDeleteFile(null, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.FtpGetFile(null, "a", "b", false, 0, 5, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        for (Supplier<Boolean> call : List.<Supplier<Boolean>>of(
                () -> api.FtpGetFile(session, null, "b", false, 0, 0, 0),
                () -> api.FtpGetFile(null, "a", null, false, 0, 0, 0),
                () -> api.FtpPutFile(session, null, "b", 0, 0),
                () -> api.FtpPutFile(null, "a", null, 0, 0))) {
            assertThat(call.get()).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }

    @Test
    @Rule({"R-FTP-18", "R-FTP-19", "R-FTP-20", "R-FLAG-29"})
    void ftpOpenFile_withWrongAccessOrType_isRefused_andSendsNothing() {
        FtpClient client = client();
        int before = server.commands().size();
        int both = Win32File.GENERIC_READ | Win32File.GENERIC_WRITE;
        for (int access : new int[] {0, both, 1}) {
            assertThat(client.open("a.txt", access, 0)).isNull();
            assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        for (int type : new int[] {3, 5, 6, 7}) {
            assertThat(client.open("a.txt", Win32File.GENERIC_READ, type)).isNull();
            assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            Path local = local("x");
            assertThat(api.FtpGetFile(client.connect(), "a.txt", local.toString(), false, 0, type, 0))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(local).doesNotExist();
        }
        assertThat(client.open(null, Win32File.GENERIC_READ, 0)).isNull();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(client.open("a\r\nDELE a.txt", Win32File.GENERIC_READ, 0)).isNull();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(server.commands()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"0, I", "2, I", "1, A", "0x80000010, I"})
    @Rule({"R-FTP-13", "R-FTP-33", "R-FLAG-29", "R-PROJ-FTP-5"})
    void transferType_isBinaryUnlessAsciiIsAskedFor_andTheBytesStay(String flags, String type) throws Exception {
        server.file("lines", "a\r\nb\nc");
        FtpClient client = client();
        Path local = local("lines");

        int bits = Long.decode(flags).intValue();
        assertThat(client.done(() -> api.FtpGetFile(client.connect(), "lines", local.toString(), false, 0, bits, 1)))
                .isZero();

        assertThat(server.commands()).contains("TYPE " + type);
        assertThat(Files.readString(local)).isEqualTo("a\r\nb\nc");
    }

    @Test
    @Rule({"R-FTP-7", "R-FTP-8", "R-FTP-21", "R-ERRN-12110"})
    void openFile_keepsTheConnectionForItself_untilItIsClosed() {
        FtpClient client = client();
        HINTERNET connect = client.connect();
        HINTERNET file = client.openToRead("a.txt");
        Path local = local("l");
        List<Supplier<Boolean>> calls = List.of(
                () -> api.FtpOpenFile(connect, "a.txt", Win32File.GENERIC_READ, 0, 0) != null,
                () -> api.FtpFindFirstFile(connect, null, null, 0, 0) != null,
                () -> api.FtpDeleteFile(connect, "a.txt"),
                () -> api.FtpRenameFile(connect, "a.txt", "b"),
                () -> api.FtpCreateDirectory(connect, "d"),
                () -> api.FtpRemoveDirectory(connect, "d"),
                () -> api.FtpSetCurrentDirectory(connect, "d"),
                () -> api.FtpGetCurrentDirectory(connect, null, new DwordRef()),
                () -> api.FtpCommand(connect, false, 0, "NOOP", 0, null),
                () -> get(connect, "a.txt", local, false));
        for (Supplier<Boolean> call : calls) {
            assertThat(call.get()).isFalse();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);
        }
        assertThat(local).doesNotExist();
        assertThat(client.readAll(file)).hasSize(5);
        assertThat(client.openToRead("a.txt")).isNull();
        assertThat(client.error()).isEqualTo(WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);
        client.close(file);

        assertThat(client.done(() -> api.FtpDeleteFile(connect, "a.txt"))).isZero();
    }

    @Test
    @Rule({"R-FTP-32"})
    void ftpGetFileSize_comesFromTheServer_inTwoHalves() {
        server.answer("SIZE", "213 4294967301");
        FtpClient client = client();
        HINTERNET file = client.openToRead("a.txt");
        DwordRef high = new DwordRef();
        assertThat(api.FtpGetFileSize(file, high)).isEqualTo(5);
        assertThat(high.value).isEqualTo(1);
        assertThat(api.FtpGetFileSize(file, null)).isEqualTo(5);
        client.close(file);

        server.answer("SIZE", "502 what?").answer("RETR", "150 Opening BINARY mode data connection (5 bytes).");
        HINTERNET fromText = client.openToRead("a.txt");
        assertThat(api.FtpGetFileSize(fromText, null)).isEqualTo(5);
        assertThat(api.FtpGetFileSize(client.connect(), null)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.FtpGetFileSize(null, null)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-SEEK-3", "R-AVAIL-13"})
    void openFile_tellsWhatIsThere_andHasNoPositions() {
        FtpClient client = client();
        HINTERNET file = client.openToRead("a.txt");
        DwordRef there = new DwordRef();

        assertThat(client.done(() -> api.InternetQueryDataAvailable(file, there, 0, 0)))
                .isZero();
        assertThat(there.value).isBetween(1, 5);
        assertThat(api.InternetSetFilePointer(file, 0, null, Win32File.FILE_BEGIN, 0))
                .isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        assertThat(client.readAll(file)).hasSize(5);
        assertThat(client.done(() -> api.InternetQueryDataAvailable(file, there, 0, 0)))
                .isZero();
        assertThat(there.value).isZero();
        assertThat(api.InternetWriteFile(file, ByteBuffer.allocate(1), 1, new DwordRef()))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        client.close(file);
        HINTERNET writing = client.openToWrite("w");
        assertThat(api.InternetReadFile(writing, ByteBuffer.allocate(1), 1, there))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    @Test
    @Rule({"R-FTP-6", "R-FTP-16", "R-FTP-43"})
    void missingFile_isAnExtendedError_withAllTheServerSaid() {
        FtpClient client = client();

        assertThat(client.openToRead("nothing")).isNull();

        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(client.lastResponse())
                .startsWith("200 fine\r\n550 no such file\r\n227 ")
                .endsWith("550 no such file\r\n");
        assertThat(client.openToRead("a.txt")).isNotNull();
    }

    @Test
    @Rule({"R-FTP-13", "R-FTP-14", "R-FTP-15", "R-FTP-16", "R-FTP-40"})
    void ftpGetFile_makesTheLocalFileFirst_andAFailureRemovesIt() throws Exception {
        FtpClient client = client();
        Path local = local("l");
        assertThat(client.done(() -> get(client.connect(), "a.txt", local, true)))
                .isZero();
        assertThat(local).hasContent("hello");
        int before = server.commands().size();
        assertThat(client.done(() -> get(client.connect(), "a.txt", local, true)))
                .isEqualTo(Win32Error.ERROR_FILE_EXISTS);
        assertThat(server.commands()).hasSize(before);
        assertThat(local).hasContent("hello");

        assertThat(client.done(() -> get(client.connect(), "nothing", local, false)))
                .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(local).doesNotExist();
        assertThat(client.done(() -> get(
                        client.connect(), "a.txt", local.resolveSibling("no").resolve("l"), false)))
                .isEqualTo(Win32Error.ERROR_PATH_NOT_FOUND);
        assertThat(client.done(() -> api.FtpGetFileEx(
                        client.connect(),
                        "a.txt",
                        local.toString(),
                        true,
                        Win32File.FILE_ATTRIBUTE_READONLY,
                        FtpTransfer.FTP_TRANSFER_TYPE_BINARY,
                        FtpClient.FILE_CONTEXT)))
                .isZero();
        assertThat(Files.getPosixFilePermissions(local).toString()).doesNotContain("WRITE");
    }

    @Test
    @Rule({"R-PROJ-CALL-1", "R-ERRN-12017"})
    void ftpPutFile_whenItsThreadIsInterrupted_isCancelled() throws Exception {
        FtpClient client = client();
        Path local = local("l");
        Files.write(local, PatternedBytes.bytes(0, 300_000));
        log.on(InternetStatus.INTERNET_STATUS_SENDING_REQUEST, status -> {
            if (server.count("STOR") > 0) {
                Thread.currentThread().interrupt();
            }
        });
        int error;
        try {
            error = client.done(() -> api.FtpPutFile(client.connect(), local.toString(), "up", 0, 1));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(error).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
    }

    @Test
    @Rule({"R-FTP-17", "R-FTP-40", "R-ERRN-2"})
    void ftpPutFile_sendsAFile_ifThereIsOne() throws Exception {
        FtpClient client = client();
        Path local = local("l");
        assertThat(client.done(() -> api.FtpPutFile(client.connect(), local.toString(), "up", 0, 1)))
                .isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(client.done(
                        () -> api.FtpPutFile(client.connect(), local.getParent().toString(), "up", 0, 1)))
                .isEqualTo(Win32Error.ERROR_ACCESS_DENIED);
        assertThat(server.count("STOR")).isZero();
        byte[] content = PatternedBytes.bytes(0, 300_000);
        Files.write(local, content);

        assertThat(client.done(() -> api.FtpPutFile(client.connect(), local.toString(), "up", 0, 1)))
                .isZero();
        assertThat(server.file("up")).isEqualTo(content);
        assertThat(client.done(() -> api.FtpPutFileEx(client.connect(), local.toString(), "dir\\too", 0, 1)))
                .isZero();
        assertThat(server.file("dir/too")).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"552 disk full", "426 broken off", "(close)"})
    @Rule({"R-FTP-6", "R-WRITE-3"})
    void uploadThatTheServerDoesNotKeep_failsInTheEnd(String end) throws Exception {
        FtpClient client = client();
        server.answer(ScriptedFtpServer.AFTER_DATA, end);
        Path local = local("l");
        Files.writeString(local, "x");
        int error = end.equals("(close)") ? WinInetError.ERROR_FTP_DROPPED : WinInetError.ERROR_INTERNET_EXTENDED_ERROR;

        assertThat(client.done(() -> api.FtpPutFile(client.connect(), local.toString(), "up", 0, 1)))
                .isEqualTo(error);
        if (!end.equals("(close)")) {
            HINTERNET file = client.openToWrite("up");
            client.write(file, new byte[3]);
            assertThat(api.InternetCloseHandle(file)).isTrue();
            assertThat(client.lastResponse()).isEqualTo(end + "\r\n");
        }
    }

    @Test
    @Rule({"R-FTP-6", "R-FTP-43", "R-PROJ-FTP-16"})
    void downloadThatTheServerBreaksOff_givesWhatCame_andFailsWithItsLastReply() {
        FtpClient client = client();
        server.answer(ScriptedFtpServer.AFTER_DATA, "451 disk error");
        HINTERNET file = client.openToRead("a.txt");

        assertThat(client.readAll(file)).asString().isEqualTo("hello");

        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(client.lastResponse()).isEqualTo("451 disk error\r\n");
    }

    @Test
    @Rule({"R-FTP-7", "R-FTP-8"})
    void fileThatIsClosedHalfRead_leavesTheConnectionUsable() {
        server.file("big", PatternedBytes.bytes(0, 3_000_000));
        FtpClient client = client();
        for (int i = 0; i < 3; i++) {
            HINTERNET file = client.openToRead("big");
            assertThat(client.done(() -> api.InternetReadFile(file, ByteBuffer.allocate(100), 100, new DwordRef())))
                    .isZero();
            client.close(file);
        }
        assertThat(client.readAll(client.openToRead("a.txt"))).hasSize(5);
    }

    @Test
    @Rule({"R-HANDLE-8", "R-HANDLE-11", "R-FTP-8"})
    void pendingRead_isCancelledByClosingTheFile_andTheSessionGoesOn() {
        Gate gate = new Gate();
        server.sends(data -> {
            data.getOutputStream().write('x');
            gate.await();
        });
        FtpClient client = new FtpClient(api, log, true).to(server);
        HINTERNET file = client.openToRead("a.txt");
        log.clear();
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(file, ByteBuffer.allocate(10), 10, count))
                .isFalse();
        log.await(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
        assertThat(api.InternetCloseHandle(file)).isTrue();
        assertThat(log.awaitComplete(file).dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(file);
        gate.open();

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                .isZero();
    }

    @Test
    @Rule({"R-OPTN-8", "R-FTP-34", "R-ERRN-12002"})
    void silentData_isGivenUpAfterTheReceiveTimeoutOfTheDataConnection() {
        Gate gate = new Gate();
        server.sends(data -> gate.await());
        FtpClient client = client();
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();
        HINTERNET file = client.openToRead("a.txt");

        assertThat(client.readAll(file)).isEmpty();

        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        gate.open();
    }

    @Test
    @Rule({"R-CTX-9", "R-FTP-41", "R-ASYNC-48", "R-STAT-60"})
    void pendingOpen_completesOnTheConnection_withTheContextOfTheFile() {
        FtpClient client = new FtpClient(api, log, true).to(server);

        HINTERNET file = client.openToRead("a.txt");

        var created = log.await(InternetStatus.INTERNET_STATUS_HANDLE_CREATED);
        assertThat(created.handle()).isEqualTo(client.connect());
        assertThat(created.context()).isEqualTo(FtpClient.FILE_CONTEXT);
        assertThat(created.payload()).isEqualTo(file);
        var complete = log.await(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);
        assertThat(complete.handle()).isEqualTo(client.connect());
        assertThat(complete.context()).isEqualTo(FtpClient.FILE_CONTEXT);
    }

    @Test
    @Rule({"R-FTP-22", "R-FTP-24", "R-FTP-25", "R-FTP-26"})
    void ftpCommand_sendsWhatItIsGiven_withOrWithoutData() {
        FtpClient client = client();
        HINTERNET connect = client.connect();
        for (String bad : new String[] {null, "", "  ", "NOOP\r\nNOOP"}) {
            assertThat(client.done(() -> api.FtpCommand(connect, false, 0, bad, 0, null)))
                    .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(client.done(() -> api.FtpCommand(connect, true, 0, "LIST", 0, null)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(client.done(() -> api.FtpCommand(connect, false, 0, "SITE x", 0, null)))
                .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(client.done(() -> api.FtpCommand(connect, false, 0, "NOOP", 0, null)))
                .isZero();
        assertThat(client.lastResponse()).isEqualTo("200 fine\r\n");

        HandleRef data = new HandleRef();
        assertThat(client.done(() -> api.FtpCommand(connect, true, 1, "RETR a.txt", FtpClient.FILE_CONTEXT, data)))
                .isZero();
        assertThat(client.readAll(data.value)).hasSize(5);
        client.close(data.value);
        assertThat(client.done(() -> api.FtpCommand(connect, true, 2, "APPE a.txt", FtpClient.FILE_CONTEXT, data)))
                .isZero();
        assertThat(client.write(data.value, new byte[] {'!'})).isZero();
        client.close(data.value);
        assertThat(new String(server.file("a.txt"), StandardCharsets.UTF_8)).isEqualTo("hello!");
    }

    @Test
    @Rule({"R-FTP-22", "R-FTP-25", "R-PROJ-FTP-9"})
    void ftpCommand_withRest_movesTheNextTransferOn_whateverIsSentBetween() {
        FtpClient client = client();
        assertThat(client.done(() -> api.FtpCommand(client.connect(), false, 0, "REST 2", 0, null)))
                .isZero();

        HINTERNET file = client.openToRead("a.txt");

        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("llo");
        List<String> commands = server.commands();
        assertThat(commands.get(commands.indexOf("RETR a.txt") - 1)).isEqualTo("REST 2");
        client.close(file);
        HINTERNET whole = client.openToRead("a.txt");
        assertThat(client.readAll(whole)).hasSize(5);
    }
}
