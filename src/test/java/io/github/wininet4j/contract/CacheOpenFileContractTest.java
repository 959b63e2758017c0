package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request that comes to nothing leaves no file of the cache open. */
@ContractTest
final class CacheOpenFileContractTest extends HttpFixture {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** Compared with the server each time. */
    private static final String TAGGED =
            "HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nETag: \"1\"\r\nContent-Length: 5\r\n\r\nhello";

    private final Path contents;
    private final BackEnd cached;

    CacheOpenFileContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        assumeTrue(Files.isDirectory(OPEN_FILES), "the system does not tell which files are open");
        Path folder = backEnd.temporaryFolder();
        this.contents = folder.resolve("content");
        this.cached = backEnd.open(config -> config.withCache(CachePlace.at(folder)));
    }

    private List<Path> openContents() throws IOException {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.map(CacheOpenFileContractTest::target)
                    .filter(file -> file.startsWith(contents))
                    .toList();
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            // Closed by now.
            return link;
        }
    }

    private HINTERNET kept(Conversation client) throws IOException {
        HINTERNET first = client.get("/a");
        assertThat(client.readText(first)).isEqualTo("hello");
        assertThat(cached.InternetCloseHandle(first)).isTrue();
        assertThat(openContents()).isEmpty();
        return client.openRequest("/a");
    }

    @Test
    @Rule("R-PROJ-CACHE-1")
    void request_thatCannotBeSent_closesTheCopy() throws Exception {
        server.onRequest(TAGGED);
        Conversation client = Conversation.sync(cached, log, server);
        HINTERNET request = kept(client);
        server.close();

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);

        assertThat(openContents()).isEmpty();
    }

    @Test
    @Rule({"R-PROJ-CACHE-1", "R-HANDLE-9"})
    void request_thatIsClosedBeforeAWorkerTakesItUp_closesTheCopy() throws Exception {
        server.onRequest(TAGGED);
        server.onRequest(Script.script().send("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"));
        Conversation client = Conversation.async(cached, log, server);
        HINTERNET request = kept(client);
        log.clear();
        // The worker is in this callback, so that the second call waits for it.
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, status -> {
            if (cached.HttpSendRequest(request, null, 0, null, 0)
                    || cached.GetLastError() == Win32Error.ERROR_IO_PENDING) {
                cached.InternetCloseHandle(request);
            }
        });

        assertThat(cached.HttpSendRequest(request, null, 0, null, 0)).isFalse();

        log.awaitClosing(request);
        assertThat(openContents()).isEmpty();
    }
}
