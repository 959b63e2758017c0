import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.Completion;
import io.github.wininet4j.testing.Journal;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.ServerFault;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.TestEngine;
import io.github.wininet4j.testing.WinInetTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WinInetTest
@Completion(Completion.Mode.MIXED)
class DownloaderTest {
    private final Downloader downloader;
    private final ScriptedHttpServer server;

    @TempDir
    Path folder;

    DownloaderTest(BackEnd wininet, ScriptedHttpServer server) {
        this.downloader = new Downloader(wininet);
        this.server = server;
    }

    @Test
    void page_isSaved(Journal journal) throws Exception {
        server.serve("/page", "hello");

        downloader.save(server.url("/page"), folder.resolve("page"));

        assertEquals("hello", Files.readString(folder.resolve("page")));
        assertEquals("downloader/1.0", server.takeRequest().header("User-Agent"));
        journal.assertAllClosed();
    }

    @Test
    void brokenConnection_isTriedOnceMore() throws Exception {
        server.onRequest(ServerFault.RESET).serve("/page", "hello");

        downloader.save(server.url("/page"), folder.resolve("page"));

        assertEquals("hello", Files.readString(folder.resolve("page")));
        assertEquals(2, server.requests().size());
    }

    @Test
    void certificateForAnotherName_isRefused(TestEngine engine) {
        ScriptedHttpServer secure = engine.startTls(TestCertificates.wrongName());

        WinInetException refused = assertThrows(
                WinInetException.class, () -> downloader.save(secure.url("/page"), folder.resolve("page")));

        assertEquals(WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID, refused.code());
    }

    @Test
    void certificateForTheName_isAccepted(TestEngine engine) throws Exception {
        ScriptedHttpServer secure = engine.startTls(TestCertificates.good()).serve("/page", "secret");

        downloader.save(secure.url("/page"), folder.resolve("page"));

        assertEquals("secret", Files.readString(folder.resolve("page")));
    }
}
