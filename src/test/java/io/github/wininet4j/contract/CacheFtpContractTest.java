package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders of FTP servers in the URL cache. */
@ContractTest
final class CacheFtpContractTest {
    private final TestClock clock = new TestClock();
    private final ScriptedFtpServer server;
    private final BackEnd api;
    private final FtpClient client;
    private final CacheClient cache;

    CacheFtpContractTest(BackEndUnderTest backEnd) {
        StatusLog log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open(config -> config.withClock(clock).withCache(CachePlace.SHARED));
        this.client = new FtpClient(api, log, false);
        this.cache = new CacheClient(api);
        server.file("a.txt", "hello").listing("-rw-r--r-- 1 me us 5 Mar 15  2021 a.txt");
    }

    private String url(String rest) {
        return "ftp://127.0.0.1:" + server.port() + rest;
    }

    private HINTERNET open(String url, int flags) {
        return client.opened(() -> api.InternetOpenUrl(client.session(), url, null, 0, flags, FtpClient.FILE_CONTEXT));
    }

    private String read(String url, int flags) {
        HINTERNET file = open(url, flags | InternetFlag.INTERNET_FLAG_PASSIVE);
        assertThat(file).as("last error %d", api.GetLastError()).isNotNull();
        String text = new String(client.readAll(file), StandardCharsets.UTF_8);
        assertThat(api.InternetCloseHandle(file)).isTrue();
        return text;
    }

    private long retrievals() {
        return server.count("RETR");
    }

    @Test
    @Rule({"R-CACHE-12", "R-URLOPEN-9", "R-PROJ-CACHE-12"})
    void internetOpenUrl_ofAFileThatWasReadToItsEnd_isAnsweredByTheCache() {
        assertThat(read(url("/a.txt"), 0)).isEqualTo("hello");
        assertThat(Path.of(cache.info(url("/a.txt")).lpszLocalFileName)).hasContent("hello");

        HINTERNET again = open(url("/a.txt"), InternetFlag.INTERNET_FLAG_PASSIVE);
        DwordRef type = new DwordRef();
        assertThat(api.InternetQueryOption(again, InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(4)))
                .isTrue();
        assertThat(type.value).isEqualTo(HandleType.INTERNET_HANDLE_TYPE_FTP_FILE);
        assertThat(api.FtpGetFileSize(again, null)).isEqualTo(5);
        DwordRef ready = new DwordRef();
        assertThat(api.InternetQueryDataAvailable(again, ready, 0, 0)).isTrue();
        assertThat(ready.value).isEqualTo(5);
        assertThat(new String(client.readAll(again), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(api.InternetCloseHandle(again)).isTrue();
        assertThat(retrievals()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CACHE-5", "R-FLAG-1", "R-FTP-12", "R-PROJ-CACHE-12"})
    void internetOpenUrl_withFlagsOrAfterTenMinutes_asksTheServer() {
        read(url("/a.txt"), InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE);
        assertThat(cache.info(url("/a.txt"))).isNull();
        read(url("/a.txt"), 0);
        server.file("a.txt", "changed");

        assertThat(read(url("/a.txt"), 0)).isEqualTo("hello");
        assertThat(read(url("/a.txt"), InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo("changed");
        assertThat(read(url("/a.txt"), InternetFlag.INTERNET_FLAG_RESYNCHRONIZE))
                .isEqualTo("changed");
        assertThat(read(url("/a.txt"), InternetFlag.INTERNET_FLAG_HYPERLINK)).isEqualTo("changed");
        assertThat(retrievals()).isEqualTo(5);
        clock.advance(Duration.ofMinutes(11));
        read(url("/a.txt"), 0);
        assertThat(retrievals()).isEqualTo(6);
    }

    @Test
    @Rule({"R-FLAG-8", "R-SEND-9", "R-CACHE-12"})
    void fromCache_answersWhateverTheAgeAndNeverAsksTheServer() {
        read(url("/a.txt"), 0);
        clock.advance(Duration.ofDays(2));

        assertThat(read(url("/a.txt"), InternetFlag.INTERNET_FLAG_FROM_CACHE)).isEqualTo("hello");
        assertThat(open(url("/none.txt"), InternetFlag.INTERNET_FLAG_FROM_CACHE))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(retrievals()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CACHE-12", "R-FTP-12", "R-URLOPEN-7"})
    void internetOpenUrl_ofAFolder_keepsThePage() {
        String page = read(url("/"), 0);
        long lists = server.count("LIST");

        assertThat(page).contains("a.txt");
        assertThat(read(url("/"), 0)).isEqualTo(page);
        assertThat(server.count("LIST")).isEqualTo(lists);
        assertThat(read(url("/"), InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo(page);
        assertThat(server.count("LIST")).isEqualTo(lists + 1);
    }

    @Test
    @Rule({"R-CACHE-12", "R-READ-4"})
    void file_thatIsNotReadToItsEnd_isNotKept() {
        HINTERNET file = open(url("/a.txt"), InternetFlag.INTERNET_FLAG_PASSIVE);
        assertThat(api.InternetReadFile(file, ByteBuffer.allocate(2), 2, new DwordRef()))
                .isTrue();
        assertThat(api.InternetCloseHandle(file)).isTrue();

        assertThat(cache.info(url("/a.txt"))).isNull();
    }

    @Test
    @Rule({"R-CACHE-12", "R-PROJ-CACHE-24"})
    void copy_isReadOnAThreadThatWasInterrupted() {
        read(url("/a.txt"), 0);
        HINTERNET file = open(url("/a.txt"), InternetFlag.INTERNET_FLAG_PASSIVE);
        DwordRef count = new DwordRef();

        Thread.currentThread().interrupt();
        boolean done = api.InternetReadFile(file, ByteBuffer.allocate(3), 3, count);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isTrue();
        assertThat(count.value).isEqualTo(3);
        assertThat(client.readAll(file)).asString().isEqualTo("lo");
        assertThat(retrievals()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.txt", "/"})
    @Rule({"R-CACHE-12", "R-READ-7", "R-PROJ-CACHE-12"})
    void whatTheServerBreaksOff_isNotKept_howeverOftenItIsRead(String path) {
        server.answerOnce(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        HINTERNET file = open(url(path), InternetFlag.INTERNET_FLAG_PASSIVE);
        ByteBuffer target = ByteBuffer.allocate(8_192);

        assertThat(client.done(() -> api.InternetReadFile(file, target, 8_192, new DwordRef())))
                .isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(client.done(() -> api.InternetReadFile(file, target, 8_192, new DwordRef())))
                    .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
        assertThat(api.InternetCloseHandle(file)).isTrue();

        assertThat(cache.info(url(path))).isNull();
    }

    private void setTimeout(int millis) {
        assertThat(api.InternetSetOption(
                        client.session(), InternetOption.INTERNET_OPTION_FROM_CACHE_TIMEOUT, new DwordRef(millis), 4))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASV", "RETR"})
    @Rule({"R-TIMEOUT-11", "R-OPTN-63", "R-PROJ-CACHE-18"})
    void fromCacheTimeout_whenTheServerIsSlower_usesTheOldCopy(String silentAt) {
        read(url("/a.txt"), 0);
        clock.advance(Duration.ofHours(1));
        server.file("a.txt", "newer");
        setTimeout(100);
        server.answer(silentAt, ScriptedFtpServer.SILENCE);

        assertThat(read(url("/a.txt"), 0)).isEqualTo("hello");

        server.answerAsUsual(silentAt);
        setTimeout(0);
        assertThat(read(url("/a.txt"), 0)).isEqualTo("newer");
        assertThat(read(url("/a.txt"), 0)).isEqualTo("newer");
    }

    @Test
    @Rule({"R-TIMEOUT-11", "R-PROJ-CACHE-18", "R-FLAG-1"})
    void fromCacheTimeout_withReloadOrWithoutACopy_hasNothingToStandIn() {
        setTimeout(1);
        server.answerOnce("USER", "530 no");
        assertThat(open(url("/a.txt"), InternetFlag.INTERNET_FLAG_PASSIVE)).isNull();
        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_USER_NAME);
        read(url("/a.txt"), 0);
        server.file("a.txt", "newer");

        assertThat(read(url("/a.txt"), InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo("newer");
    }

    @Test
    @Rule("R-PROJ-CACHE-12")
    void fileOfANamedUser_isNotKept() {
        String named = url("/a.txt").replace("ftp://", "ftp://me:secret@");

        assertThat(read(named, 0)).isEqualTo("hello");
        assertThat(read(named, 0)).isEqualTo("hello");

        assertThat(cache.info(named)).isNull();
        assertThat(cache.info(url("/a.txt"))).isNull();
        assertThat(retrievals()).isEqualTo(2);
    }

    @Test
    @Rule({"R-CACHE-12", "R-PROJ-CACHE-12"})
    void ftpGetFile_keepsTheFileUnderItsUrl_untilACallChangesIt(@TempDir Path folder) {
        int flags = InternetFlag.INTERNET_FLAG_PASSIVE;
        assertThat(client.connect(server.host(), server.port(), null, null, flags))
                .isZero();
        HINTERNET connect = client.connect();
        String local = folder.resolve("local").toString();

        assertThat(api.FtpGetFile(connect, "a.txt", local, false, 0, 0, 0)).isTrue();
        assertThat(Path.of(cache.info(url("/a.txt")).lpszLocalFileName)).hasContent("hello");
        assertThat(read(url("/a.txt"), 0)).isEqualTo("hello");
        assertThat(retrievals()).isEqualTo(1);

        assertThat(api.FtpPutFile(connect, local, "a.txt", 0, 0)).isTrue();
        assertThat(cache.info(url("/a.txt"))).isNull();
        assertThat(api.FtpGetFile(connect, "a.txt", local, false, 0, 0, 0)).isTrue();
        assertThat(cache.info(url("/a.txt"))).isNotNull();
        api.FtpDeleteFile(connect, "a.txt");
        assertThat(cache.info(url("/a.txt"))).isNull();
    }
}
