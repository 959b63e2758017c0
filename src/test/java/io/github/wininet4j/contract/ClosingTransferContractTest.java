package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing while the files of a transfer, those of the cache or the program's own, cannot be written or deleted. */
@ContractTest
final class ClosingTransferContractTest {
    private final Path parent;
    private final Path cache;
    private final StatusLog log;
    private final BackEnd api;
    private final ScriptedFtpServer ftp;
    private final ScriptedHttpServer http;

    ClosingTransferContractTest(BackEndUnderTest backEnd) {
        this.parent = backEnd.temporaryFolder();
        this.cache = parent.resolve("cache");
        this.log = backEnd.statusLog();
        this.api = backEnd.open(config -> config.withCache(CachePlace.at(cache)));
        this.ftp = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.http = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    /** A folder that is not empty, under the name of a file, cannot be deleted by anybody. */
    private static void block(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.resolve("inside"));
    }

    /** Takes the whole cache away, or puts a file in its place. */
    private void spoilCache(boolean replaced) throws IOException {
        Folders.delete(cache);
        if (replaced) {
            Files.writeString(cache, "no folder");
        }
    }

    @Test
    @Rule({"R-HANDLE-9", "R-HANDLE-12", "R-FTP-15"})
    void internetCloseHandle_whileAFileThatCannotBeDeletedIsFetched_endsEveryHandle() throws IOException {
        Gate rest = new Gate();
        ftp.sends(data -> {
            data.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
            rest.await();
        });
        FtpClient client = new FtpClient(api, log, true).to(ftp);
        Path local = parent.resolve("local");
        log.clear();
        assertThat(api.FtpGetFile(
                        client.connect(),
                        "a",
                        local.toString(),
                        false,
                        0,
                        FtpTransfer.FTP_TRANSFER_TYPE_BINARY | InternetFlag.INTERNET_FLAG_RELOAD,
                        FtpClient.CONNECT_CONTEXT))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        ftp.await("RETR a");
        block(local);

        assertThat(api.InternetCloseHandle(client.session())).isTrue();

        assertThat(log.awaitComplete().dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(client.connect());
        rest.open();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-HANDLE-9", "R-HANDLE-12", "R-CENT-11"})
    void internetCloseHandle_whenTheCacheOfADownloadIsGone_endsEveryHandle(boolean replaced) throws IOException {
        try (CapturedLog captured = CapturedLog.start()) {
            Gate rest = new Gate();
            String head = "HTTP/1.1 200 OK\r\nCache-Control: max-age=600\r\nContent-Length: 10\r\n\r\n";
            http.onRequest(Script.script().send(head + "first").hold(rest).send("later"));
            Conversation client = Conversation.sync(api, log, http);
            HINTERNET request = client.get("/page");
            assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);
            spoilCache(replaced);
            rest.open();
            assertThat(client.readText(request)).isEqualTo("later");

            assertThat(api.InternetCloseHandle(client.session())).isTrue();

            log.awaitClosing(request);
            log.awaitClosing(client.connect());
            assertThat(captured.records()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-HANDLE-9", "R-HANDLE-12", "R-PROJ-CACHE-12"})
    void internetCloseHandle_whenTheCacheOfAnFtpFileIsGone_endsEveryHandle(boolean whole) throws IOException {
        try (CapturedLog captured = CapturedLog.start()) {
            ftp.file("a.txt", "hello, wide world");
            FtpClient client = new FtpClient(api, log, false);
            String url = "ftp://127.0.0.1:" + ftp.port() + "/a.txt";
            HINTERNET file = client.opened(() -> api.InternetOpenUrl(
                    client.session(), url, null, 0, InternetFlag.INTERNET_FLAG_PASSIVE, FtpClient.FILE_CONTEXT));
            assertThat(file).isNotNull();
            spoilCache(true);
            if (whole) {
                assertThat(new String(client.readAll(file), StandardCharsets.US_ASCII))
                        .isEqualTo("hello, wide world");
            }
            log.clear();

            assertThat(api.InternetCloseHandle(client.session())).isTrue();

            log.await(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING);
            log.awaitClosing(file);
            assertThat(captured.records()).isNotNull();
        }
    }
}
