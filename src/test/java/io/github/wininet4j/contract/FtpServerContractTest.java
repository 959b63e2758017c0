package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.VsftpdServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day with a real FTP server. */
@ContractTest
final class FtpServerContractTest {
    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final VsftpdServer server;

    FtpServerContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.server = backEnd.closeAfterTest(VsftpdServer.start());
        this.api = backEnd.open();
    }

    private FtpClient client(boolean async, boolean passive) {
        FtpClient client = new FtpClient(api, backEnd.statusLog(), async);
        int flags = passive ? InternetFlag.INTERNET_FLAG_PASSIVE : 0;
        assertThat(client.connect("127.0.0.1", server.port(), null, null, flags))
                .isZero();
        return client;
    }

    @ParameterizedTest
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    @Rule({"R-FTP-2", "R-FTP-13", "R-FTP-17", "R-FTP-27", "R-FTP-29", "R-FTP-30", "R-FTP-31", "R-FTP-32"})
    void filesAndFolders_comeAndGo(boolean async, boolean passive) throws Exception {
        byte[] content = PatternedBytes.bytes(0, 1_000_000);
        server.write("pub/a file.bin", content);
        FtpClient client = client(async, passive);
        HINTERNET connect = client.connect();

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(connect, "\\pub")))
                .isZero();
        TextBuffer folder = new TextBuffer(260);
        assertThat(client.done(() -> api.FtpGetCurrentDirectory(connect, folder, new DwordRef(260))))
                .isZero();
        assertThat(folder).hasToString("/pub");
        assertThat(client.names("*.bin")).containsExactly("a file.bin");
        HINTERNET file = client.openToRead("a file.bin");
        assertThat(api.FtpGetFileSize(file, null)).isEqualTo(content.length);
        assertThat(client.readAll(file)).isEqualTo(content);
        client.close(file);

        Path local = backEnd.temporaryFolder().resolve("copy");
        assertThat(client.done(() -> api.FtpGetFile(connect, "a file.bin", local.toString(), true, 0, 2, 1)))
                .isZero();
        assertThat(Files.readAllBytes(local)).isEqualTo(content);
        assertThat(client.done(() -> api.FtpPutFile(connect, local.toString(), "/up/b", 2, 1)))
                .isZero();
        assertThat(client.done(() -> api.FtpCreateDirectory(connect, "/up/d"))).isZero();
        assertThat(client.done(() -> api.FtpRenameFile(connect, "/up/b", "/up/d/c")))
                .isZero();
        assertThat(Files.readAllBytes(server.root().resolve("up/d/c"))).isEqualTo(content);
        assertThat(client.done(() -> api.FtpRemoveDirectory(connect, "/up/d")))
                .isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(client.done(() -> api.FtpDeleteFile(connect, "/up/d/c"))).isZero();
        assertThat(client.done(() -> api.FtpRemoveDirectory(connect, "/up/d"))).isZero();
        assertThat(Files.exists(server.root().resolve("up/d"))).isFalse();
    }

    @Test
    @Rule({"R-FTP-11", "R-FTP-16", "R-FTP-6"})
    void whatIsNotThere_isAnError_orTheEnd() {
        FtpClient client = client(false, true);

        assertThat(client.names("*.none")).isEmpty();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(client.names("none")).isEmpty();
        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        assertThat(client.names("up")).isEmpty();
        assertThat(client.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
        assertThat(client.openToRead("none")).isNull();
        assertThat(client.lastResponse()).contains("550 ");
    }

    @Test
    @Rule({"R-FTP-25", "R-PROJ-FTP-9", "R-FTP-7"})
    void downloadThatIsCut_isResumedWhereItEnded() throws Exception {
        byte[] content = PatternedBytes.bytes(0, 500_000);
        server.write("big", content);
        FtpClient client = client(false, true);
        ByteBuffer all = ByteBuffer.allocate(content.length);
        while (all.hasRemaining()) {
            int from = all.position();
            assertThat(client.done(() -> api.FtpCommand(client.connect(), false, 0, "REST " + from, 0, null)))
                    .isZero();
            HINTERNET file = client.openToRead("big");
            DwordRef count = new DwordRef();
            int wanted = Math.min(60_000, all.remaining());
            assertThat(client.done(() -> api.InternetReadFile(file, all, wanted, count)))
                    .isZero();
            all.position(from + count.value);
            client.close(file);
        }
        assertThat(all.array()).isEqualTo(content);
    }

    @Test
    @Rule({"R-FTP-44", "R-PROJ-FTP-2", "R-NEXT-2"})
    void manyNames_outsideAsciiToo_areAllListed() throws Exception {
        for (int i = 0; i < 500; i++) {
            server.write("many/gr\u00fc\u00df \u4f60 " + i, new byte[0]);
        }
        FtpClient client = client(false, true);
        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "many")))
                .isZero();

        List<String> names = client.names(null);

        assertThat(names).hasSize(500).contains("gr\u00fc\u00df \u4f60 499");
        HINTERNET file = client.openToRead("gr\u00fc\u00df \u4f60 7");
        assertThat(new String(client.readAll(file), StandardCharsets.UTF_8)).isEmpty();
        assertThat(client.error()).isZero();
    }
}
