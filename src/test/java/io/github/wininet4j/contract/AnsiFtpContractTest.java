package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.WIN32_FIND_DATAA;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FTP for ANSI callers: names are in the code page of the caller, in both directions. */
@ContractTest
final class AnsiFtpContractTest {
    private final Path folder;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiFtpContractTest(BackEndUnderTest backEnd) {
        this.folder = backEnd.temporaryFolder();
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        this.ansi = AnsiWinInet.over(api, 1252);
        server.file("gr\u00fc\u00df.txt", "hello");
    }

    private FtpClient client(boolean async) {
        FtpClient client = new FtpClient(api, log, async);
        // What a call that pends brings is put into ANSI structures before this callback hears of it.
        ansi.InternetSetStatusCallbackA(client.session(), log);
        return client.to(server);
    }

    private byte[] local(String name) {
        return z(folder.resolve(name).toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-GEN-1", "R-FTP-4", "R-FTP-29", "R-FTP-30", "R-FTP-31", "R-ASYNC-48"})
    void ansiNames_reachTheServerInItsOwnEncoding(boolean async) {
        FtpClient client = client(async);
        HINTERNET connect = client.connect();

        assertThat(client.done(() -> ansi.FtpCreateDirectoryA(connect, z("\u00fc\\a"))))
                .isZero();
        assertThat(client.done(() -> ansi.FtpSetCurrentDirectoryA(connect, z("\u00fc"))))
                .isZero();
        assertThat(client.done(() -> ansi.FtpRemoveDirectoryA(connect, z("\u00fc"))))
                .isZero();
        assertThat(client.done(() -> ansi.FtpRenameFileA(connect, z("gr\u00fc\u00df.txt"), z("\u00e4"))))
                .isZero();
        assertThat(client.done(() -> ansi.FtpDeleteFileA(connect, z("\u00e4")))).isZero();

        assertThat(server.commands())
                .containsSequence(
                        "MKD \u00fc/a",
                        "CWD \u00fc",
                        "RMD \u00fc",
                        "RNFR gr\u00fc\u00df.txt",
                        "RNTO \u00e4",
                        "DELE \u00e4");
        assertThat(client.done(() -> ansi.FtpDeleteFileA(connect, null))).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(client.done(() -> ansi.FtpDeleteFileA(connect, z("none"))))
                .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-GEN-1", "R-FTP-13", "R-FTP-14", "R-FTP-17", "R-FTP-18", "R-ASYNC-48"})
    void ansiCallers_openGetAndPutFiles(boolean async) throws IOException {
        FtpClient client = client(async);
        HINTERNET connect = client.connect();

        HINTERNET file = client.opened(() -> ansi.FtpOpenFileA(
                connect,
                z("gr\u00fc\u00df.txt"),
                Win32File.GENERIC_READ,
                FtpTransfer.FTP_TRANSFER_TYPE_BINARY,
                FtpClient.FILE_CONTEXT));
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("hello");
        client.close(file);

        int reload = InternetFlag.INTERNET_FLAG_RELOAD;
        assertThat(client.done(() -> ansi.FtpGetFileA(
                        connect, z("gr\u00fc\u00df.txt"), local("got"), true, 0, reload, FtpClient.FILE_CONTEXT)))
                .isZero();
        Path got = folder.resolve("got");
        assertThat(got).hasContent("hello");
        assertThat(client.done(() -> ansi.FtpGetFileA(
                        connect, z("gr\u00fc\u00df.txt"), local("got"), true, 0, reload, FtpClient.FILE_CONTEXT)))
                .isEqualTo(Win32Error.ERROR_FILE_EXISTS);
        Files.writeString(got, "from here");
        assertThat(client.done(() -> ansi.FtpPutFileA(
                        connect,
                        local("got"),
                        z("\u00f6"),
                        FtpTransfer.FTP_TRANSFER_TYPE_BINARY,
                        FtpClient.FILE_CONTEXT)))
                .isZero();
        assertThat(new String(server.file("\u00f6"), StandardCharsets.UTF_8)).isEqualTo("from here");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-GEN-1", "R-NEXT-1", "R-NEXT-2", "R-NEXT-4", "R-FTP-9", "R-ASYNC-48"})
    void listings_haveNamesOfTheCodePage(boolean async) {
        server.listing("-rw-r--r-- 1 me us 5 Mar 15  2021 gr\u00fc\u00df.txt", "drwxr-xr-x 2 me us 1 Jan 02  2020 d");
        FtpClient client = client(async);
        WIN32_FIND_DATAA first = new WIN32_FIND_DATAA();

        HINTERNET find = client.opened(() -> ansi.FtpFindFirstFileA(client.connect(), z("*"), first, 0, 1));

        assertThat(text(first.cFileName)).isEqualTo("gr\u00fc\u00df.txt");
        assertThat(first.nFileSizeLow).isEqualTo(5);
        WIN32_FIND_DATAA next = new WIN32_FIND_DATAA();
        assertThat(client.done(() -> ansi.InternetFindNextFileA(find, null)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(client.done(() -> ansi.InternetFindNextFileA(find, next))).isZero();
        assertThat(text(next.cFileName)).isEqualTo("d");
        assertThat(next.dwFileAttributes).isEqualTo(Win32File.FILE_ATTRIBUTE_DIRECTORY);
        assertThat(client.done(() -> ansi.InternetFindNextFileA(find, next))).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        client.close(find);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-GEN-1", "R-FTP-27", "R-ASYNC-48"})
    void currentDirectory_isCountedInBytes(boolean async) {
        server.answer("PWD", "257 \"/gr\u00fc\u00df\"");
        FtpClient client = client(async);
        HINTERNET connect = client.connect();
        byte[] path = new byte[20];
        DwordRef length = new DwordRef(path.length);

        assertThat(client.done(() -> ansi.FtpGetCurrentDirectoryA(connect, path, length)))
                .isZero();

        assertThat(text(path)).isEqualTo("/gr\u00fc\u00df");
        assertThat(length.value).isEqualTo(5);
        DwordRef few = new DwordRef(5);
        assertThat(client.done(() -> ansi.FtpGetCurrentDirectoryA(connect, path, few)))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(few.value).isEqualTo(6);
        AnsiWinInet utf8 = AnsiWinInet.over(api, 65001);
        assertThat(client.done(() -> utf8.FtpGetCurrentDirectoryA(connect, path, new DwordRef(6))))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(client.done(() -> utf8.FtpGetCurrentDirectoryA(connect, path, new DwordRef(8))))
                .isZero();
        assertThat(text(path)).isEqualTo("/gr\u00c3\u00bc\u00c3\u009f");
    }

    @Test
    @Rule({"R-GEN-1", "R-FTP-22", "R-FTP-24", "R-FTP-25"})
    void ftpCommandA_sendsACommand_andMakesAHandleForItsData() {
        server.listing("one", "two").answer("SITE", "200 fine");
        FtpClient client = client(false);
        HINTERNET connect = client.connect();
        int binary = FtpTransfer.FTP_TRANSFER_TYPE_BINARY;

        assertThat(ansi.FtpCommandA(connect, false, binary, z("SITE \u00fc"), 0, null))
                .isTrue();
        assertThat(server.commands()).endsWith("SITE \u00fc");
        HandleRef data = new HandleRef();
        assertThat(ansi.FtpCommandA(connect, true, binary, z("LIST"), 0, data)).isTrue();

        assertThat(new String(client.readAll(data.value), StandardCharsets.US_ASCII))
                .isEqualTo("one\r\ntwo\r\n");
        assertThat(ansi.FtpCommandA(connect, false, binary, null, 0, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
