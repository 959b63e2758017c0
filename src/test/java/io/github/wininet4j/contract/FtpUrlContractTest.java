package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.testing.peers.VsftpdServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetOpenUrl with ftp URLs. */
@ContractTest
final class FtpUrlContractTest {
    private static final int PASSIVE = InternetFlag.INTERNET_FLAG_PASSIVE;

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpUrlContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        server.file("docs/a b.txt", "hello")
                .listing(
                        "drwxr-xr-x 2 me us 4096 Jan 02  2020 sub",
                        "-rw-r--r-- 1 me us 5 Mar 15  2021 a b.txt",
                        "-rw-r--r-- 1 me us 5 Mar 15  2021 <script>\"&");
    }

    private String url(String rest) {
        return "ftp://127.0.0.1:" + server.port() + rest;
    }

    private HINTERNET open(FtpClient client, String url, int flags) {
        return client.opened(() -> api.InternetOpenUrl(client.session(), url, null, 0, flags, FtpClient.FILE_CONTEXT));
    }

    private int type(HINTERNET handle) {
        DwordRef type = new DwordRef();
        assertThat(api.InternetQueryOption(handle, InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(4)))
                .isTrue();
        return type.value;
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 0x08000000", "true, 0", "true, 0x08000000"})
    @Rule({"R-URLOPEN-2", "R-FLAG-5", "R-ASYNC-14", "R-HANDLE-2", "R-HANDLE-3"})
    void file_isReadLikeOneOfHttp(boolean async, String flags) {
        FtpClient client = new FtpClient(api, log, async);

        HINTERNET file = open(client, url("/docs/a%20b.txt"), Long.decode(flags).intValue());

        assertThat(file).isNotNull();
        assertThat(log.await(InternetStatus.INTERNET_STATUS_HANDLE_CREATED).payload())
                .isEqualTo(file);
        assertThat(type(file)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FILE);
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(client.error()).isZero();
        client.close(file);
        server.await("QUIT");
        assertThat(server.count(flags.equals("0") ? "PORT" : "PASV")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/docs;type=d", "/docs", "", "/"})
    @Rule({"R-URLOPEN-7"})
    void folder_isAPage_whoseNamesAreTextAndLinks(String path) {
        FtpClient client = new FtpClient(api, log, false);

        HINTERNET page = open(client, url(path), PASSIVE);

        assertThat(type(page)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND_HTML);
        String base = path.startsWith("/docs") ? "/docs/" : "/";
        assertThat(new String(client.readAll(page), StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>")
                .contains("<a href=\"" + base + "sub/\">sub/</a>")
                .contains("2021-03-15 00:00               5  <a href=\"" + base + "a%20b.txt\">a b.txt</a>")
                .contains("<a href=\"" + base + "%3Cscript%3E%22%26\">&lt;script&gt;&quot;&amp;</a>")
                .endsWith("</html>\r\n");
        assertThat(client.error()).isZero();
        assertThat(server.count("CWD")).isEqualTo(path.length() > 1 ? 1 : 0);
    }

    @Test
    @Rule({"R-FLAG-2", "R-URLOPEN-7", "R-NEXT-1", "R-NEXT-2"})
    void folder_withRawData_isAListOfEntries() {
        FtpClient client = new FtpClient(api, log, false);

        HINTERNET find = open(client, url("/docs/"), PASSIVE | InternetFlag.INTERNET_FLAG_RAW_DATA);

        assertThat(type(find)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND);
        WIN32_FIND_DATA entry = new WIN32_FIND_DATA();
        for (String name : new String[] {"sub", "a b.txt", "<script>\"&"}) {
            assertThat(api.InternetFindNextFile(find, entry)).isTrue();
            assertThat(entry.cFileName).isEqualTo(name);
        }
        assertThat(api.InternetFindNextFile(find, entry)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(api.InternetReadFile(find, ByteBuffer.allocate(1), 1, new DwordRef()))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        client.close(find);
        server.await("QUIT");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-FLAG-2", "R-URLOPEN-7", "R-NEXT-2"})
    void emptyFolder_withRawData_hasNoEntries_andAFileIsItself(boolean async) {
        server.listing("total 0");
        FtpClient client = new FtpClient(api, log, async);
        int raw = PASSIVE | InternetFlag.INTERNET_FLAG_RAW_DATA;

        HINTERNET find = open(client, url("/docs/"), raw);

        assertThat(type(find)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FIND);
        assertThat(client.done(() -> api.InternetFindNextFile(find, new WIN32_FIND_DATA())))
                .isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        client.close(find);
        HINTERNET file = open(client, url("/docs/a%20b.txt"), raw);
        assertThat(type(file)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FILE);
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("hello");
        client.close(file);
    }

    @ParameterizedTest
    @CsvSource({"true, EPSV", "false, EPRT"})
    @Rule({"R-URLOPEN-7", "R-FTP-2", "R-CONN-2", "R-FLAG-5"})
    void ipv6_servesFilesPagesAndEntries(boolean passive, String command) {
        ScriptedFtpServer six = backEnd.closeAfterTest(ScriptedFtpServer.startOnIpv6());
        six.file("a.txt", "by six").listing("-rw-r--r-- 1 me us 5 Mar 15  2021 a.txt");
        FtpClient client = new FtpClient(api, log, false);
        String root = "ftp://[::1]:" + six.port();
        int flags = (passive ? PASSIVE : 0) | InternetFlag.INTERNET_FLAG_RELOAD;

        HINTERNET file = open(client, root + "/a.txt", flags);
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEqualTo("by six");
        client.close(file);
        HINTERNET page = open(client, root + "/", flags);
        assertThat(new String(client.readAll(page), StandardCharsets.UTF_8)).contains("<a href=\"/a.txt\">a.txt</a>");
        client.close(page);
        HINTERNET find = open(client, root + "/", flags | InternetFlag.INTERNET_FLAG_RAW_DATA);
        WIN32_FIND_DATA entry = new WIN32_FIND_DATA();
        assertThat(api.InternetFindNextFile(find, entry)).isTrue();
        assertThat(entry.cFileName).isEqualTo("a.txt");
        client.close(find);

        assertThat(six.count(command)).isEqualTo(3);
    }

    @Test
    @Rule({"R-CONN-5", "R-FTP-13"})
    void userPasswordAndType_comeFromTheUrl() {
        FtpClient client = new FtpClient(api, log, false);
        String url = "ftp://b%40b:s%3Acret@127.0.0.1:" + server.port() + "/docs/a%20b.txt;type=a";

        assertThat(client.readAll(open(client, url, PASSIVE))).hasSize(5);

        assertThat(server.commands()).contains("USER b@b", "PASS s:cret", "TYPE A", "RETR docs/a b.txt");
    }

    @ParameterizedTest
    @CsvSource({"/none, 12003", "/docs%0D%0ADELE%20x, 87", "/x%00y, 12003"})
    @Rule({"R-FTP-6", "R-FTP-16"})
    void whatIsNotThere_isAnError_andNothingIsLeft(String path, int error) {
        server.answer("CWD", "550 no such folder");
        FtpClient client = new FtpClient(api, log, false);

        assertThat(open(client, url(path), PASSIVE)).isNull();

        assertThat(client.error()).isEqualTo(error);
        assertThat(server.count("DELE")).isZero();
    }

    @Test
    @Rule({"R-URLOPEN-7", "R-FTP-1"})
    void throughAnHttpProxy_filesAndFoldersAreWhatTheProxyMakesOfThem() throws Exception {
        VsftpdServer real = backEnd.closeAfterTest(VsftpdServer.start());
        real.write("pub/file.txt", "by proxy".getBytes(StandardCharsets.US_ASCII));
        SquidProxy proxy = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "ftp=" + proxy.proxy(), "<-loopback>", 0);
        FtpClient client = new FtpClient(api, log, false);
        String root = "ftp://127.0.0.1:" + real.port();

        HINTERNET file = api.InternetOpenUrl(session, root + "/pub/file.txt", null, 0, 0, 0);
        assertThat(new String(client.readAll(file), StandardCharsets.US_ASCII)).isEqualTo("by proxy");
        assertThat(type(file)).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_HTTP_REQUEST);
        int raw = InternetFlag.INTERNET_FLAG_RAW_DATA;
        HINTERNET folder = api.InternetOpenUrl(session, root + "/pub/", null, 0, raw, 0);
        assertThat(new String(client.readAll(folder), StandardCharsets.UTF_8))
                .contains("file.txt")
                .contains("<");
        assertThat(proxy.logs()).contains("ftp://127.0.0.1:" + real.port() + "/pub/");
    }
}
