package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders on FTP servers: listings, and the functions that change them. */
@ContractTest
final class FtpFolderContractTest {
    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpFolderContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        server.listing(
                "total 3",
                "drwxr-xr-x 2 me us 4096 Jan 02  2020 docs",
                "-rw-r--r-- 1 me us 4294967301 Mar 15  2021 big file.bin",
                "-r--r--r-- 1 me us 7 Feb 29  2024 read.txt",
                "lrwxrwxrwx 1 me us 4 Jul 01  2022 link -> docs");
    }

    private FtpClient client(boolean async) {
        return new FtpClient(api, log, async).to(server);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-NEXT-1", "R-NEXT-2", "R-NEXT-3", "R-NEXT-4", "R-FTP-9", "R-READ-8", "R-ERRN-18"})
    void listing_handsOutEachEntry_withSizesAttributesAndLocalTimes(boolean async) {
        FtpClient client = client(async);

        List<WIN32_FIND_DATA> found = client.list(null);

        assertThat(client.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(found)
                .extracting(entry -> entry.cFileName)
                .containsExactly("docs", "big file.bin", "read.txt", "link");
        assertThat(found)
                .extracting(entry -> entry.dwFileAttributes)
                .startsWith(
                        Win32File.FILE_ATTRIBUTE_DIRECTORY,
                        Win32File.FILE_ATTRIBUTE_NORMAL,
                        Win32File.FILE_ATTRIBUTE_READONLY);
        assertThat(found.get(1).nFileSizeHigh).isEqualTo(1);
        assertThat(found.get(1).nFileSizeLow).isEqualTo(5);
        assertThat(LocalDateTime.ofInstant(found.get(1).ftLastWriteTime.toInstant(), ZoneOffset.UTC))
                .isEqualTo(LocalDateTime.of(2021, 3, 15, 0, 0));
        assertThat(found.get(1).ftCreationTime.steps()).isZero();
        assertThat(server.commands()).endsWith("LIST");
    }

    @Test
    @Rule({"R-FTP-7", "R-NEXT-1", "R-HANDLE-5"})
    void openListing_keepsTheConnection_andIsOfItsKind() {
        FtpClient client = client(false);
        HINTERNET find = client.opened(() -> api.FtpFindFirstFile(client.connect(), "*", null, 0, 1));
        DwordRef type = new DwordRef();
        assertThat(api.InternetQueryOption(find, InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(4)))
                .isTrue();
        assertThat(type.value).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND);
        assertThat(api.FtpFindFirstFile(client.connect(), null, null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);
        WIN32_FIND_DATA first = new WIN32_FIND_DATA();
        assertThat(api.InternetFindNextFile(find, first)).isTrue();
        assertThat(first.cFileName).isEqualTo("docs");
        assertThat(api.InternetFindNextFile(find, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        client.close(find);

        assertThat(client.names(null)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, LIST, 4",
                "'', LIST, 4",
                "*, LIST, 4",
                "*.*, LIST, 4",
                "*.TXT, LIST, 1",
                "????, LIST, 2",
                "b*g*.b?n, LIST, 1",
                "docs, LIST docs, 4",
                "sub/*, LIST sub, 4",
                "sub\\*.txt, LIST sub, 1",
                "/*, LIST /, 4",
                "-R, LIST ./-R, 4",
            })
    @Rule({"R-FTP-9", "R-FTP-29", "R-PROJ-FTP-7"})
    void pattern_saysWhatIsListed_andWhichNamesCount(String pattern, String command, int count) {
        FtpClient client = client(false);

        assertThat(client.names(pattern)).hasSize(count);

        assertThat(server.commands()).endsWith(command);
    }

    @Test
    @Rule({"R-FTP-9", "R-FTP-10"})
    void patternWithABlank_isRefused_butItsFolderCanBeChangedInto() {
        FtpClient client = client(false);
        assertThat(client.names("my docs")).isEmpty();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(client.names("a\r\nDELE x")).isEmpty();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "my docs")))
                .isZero();
        assertThat(client.names(null)).hasSize(4);
        assertThat(server.commands()).contains("CWD my docs");
    }

    @Test
    @Rule({"R-FTP-11"})
    void nothingThatFits_isTheEnd_andAnExactNameThatIsNotThereAnError() {
        FtpClient client = client(false);
        assertThat(client.names("*.none")).isEmpty();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);

        server.answer("LIST", "550 not there");
        assertThat(client.names("gone")).isEmpty();
        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);

        ScriptedFtpServer empty = backEnd.closeAfterTest(ScriptedFtpServer.start());
        FtpClient other = new FtpClient(api, log, false).to(empty);
        assertThat(other.names("there")).isEmpty();
        assertThat(other.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        empty.answer("CWD", "550 not there");
        assertThat(other.names("gone")).isEmpty();
        assertThat(other.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
    }

    @Test
    @Rule("R-FTP-26")
    void serverWithoutList_isAskedForItsMachineListing() {
        server.answer("LIST", "502 what?")
                .listing("type=cdir; .", "type=file;size=3;modify=20240102030405; a b", "type=dir; sub");
        FtpClient client = client(false);

        assertThat(client.names(null)).containsExactly("a b", "sub");
    }

    @Test
    @Rule({"R-FTP-27", "R-FTP-28"})
    void ftpGetCurrentDirectory_countsInCharacters() {
        server.answer("PWD", "257 \"/a \"\"b\"\" c\" is here");
        String path = "/a \"b\" c";
        FtpClient client = client(false);
        HINTERNET connect = client.connect();
        TextBuffer buffer = new TextBuffer(Win32File.MAX_PATH);
        DwordRef length = new DwordRef(Win32File.MAX_PATH);

        assertThat(client.done(() -> api.FtpGetCurrentDirectory(connect, buffer, length)))
                .isZero();
        assertThat(buffer).hasToString(path);
        assertThat(length.value).isEqualTo(path.length());
        DwordRef exact = new DwordRef(path.length());
        assertThat(client.done(() -> api.FtpGetCurrentDirectory(connect, buffer, exact)))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(exact.value).isEqualTo(path.length() + 1);
        assertThat(client.done(() -> api.FtpGetCurrentDirectory(connect, null, exact)))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(exact.value).isEqualTo(path.length() + 1);
        assertThat(client.done(() -> api.FtpGetCurrentDirectory(connect, buffer, null)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-FTP-29", "R-FTP-30", "R-FTP-31"})
    void folderFunctions_sendTheirCommands_withSlashes() {
        FtpClient client = client(false);
        HINTERNET connect = client.connect();
        server.file("a/x y", "1");
        assertThat(client.done(() -> api.FtpCreateDirectory(connect, "a\\b"))).isZero();
        assertThat(client.done(() -> api.FtpSetCurrentDirectory(connect, "\\a\\b")))
                .isZero();
        assertThat(client.done(() -> api.FtpRemoveDirectory(connect, "a/b"))).isZero();
        assertThat(client.done(() -> api.FtpRenameFile(connect, "a\\x y", "a\\z")))
                .isZero();
        assertThat(client.done(() -> api.FtpDeleteFile(connect, "a\\z"))).isZero();
        assertThat(server.commands())
                .containsSequence("MKD a/b", "CWD /a/b", "RMD a/b", "RNFR a/x y", "RNTO a/z", "DELE a/z");

        server.answer("MKD", "550 no").answer("RMD", "550 not empty").answer("CWD", "550 no");
        for (var call : List.<Supplier<Boolean>>of(
                () -> api.FtpCreateDirectory(connect, "d"),
                () -> api.FtpRemoveDirectory(connect, "d"),
                () -> api.FtpSetCurrentDirectory(connect, "d"),
                () -> api.FtpRenameFile(connect, "none", "d"),
                () -> api.FtpDeleteFile(connect, "none"))) {
            assertThat(client.done(call)).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
    }

    @Test
    @Rule({"R-FTP-44", "R-PROJ-FTP-2"})
    void names_areUtf8_untilTheServerShowsThatTheyAreNot() {
        FtpClient client = client(false);
        assertThat(client.done(() -> api.FtpCreateDirectory(client.connect(), "gr\u00fc\u00df \u4f60")))
                .isZero();
        assertThat(server.commands()).endsWith("MKD gr\u00fc\u00df \u4f60");
        server.listing("-rw-r--r-- 1 me us 7 Feb 29  2024 gr\u00fc\u00df\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(client.names(null)).containsExactly("gr\u00fc\u00df");

        server.listing("-rw-r--r-- 1 me us 7 Feb 29  2024 gr\u00fc\u00df\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(client.names(null)).containsExactly("gr\u00fc\u00df");
        assertThat(client.done(() -> api.FtpCreateDirectory(client.connect(), "\u00fc")))
                .isZero();
        assertThat(server.commands()).endsWith("MKD \ufffd");
    }

    @Test
    @Rule({"R-FTP-44", "R-PROJ-FTP-2"})
    void names_withTheSwitch_areAnsi() {
        BackEnd ansi = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.FTP_NAMES_ARE_ANSI));
        server.listing("-rw-r--r-- 1 me us 7 Feb 29  2024 \u00fc\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(new FtpClient(ansi, log, false).to(server).names(null)).containsExactly("\u00c3\u00bc");
    }
}
