package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Back ends that keep to themselves. */
@ContractTest
@Rule("R-PROJ-HOST-2")
final class IsolationContractTest {
    private static final String URL = "http://www.example.org/";
    private static final String LASTING = "a=1; expires=Fri, 31-Dec-2049 23:59:59 GMT";

    /** What a test that knows nothing of isolation would have: the folder of all engines of this process. */
    private static final Path SHARED = WinInetConfig.defaults().dataDirectory();

    private final BackEndUnderTest backEnd;
    private final StatusLog log;

    IsolationContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
    }

    private BackEnd isolated() {
        return backEnd.open(config -> WinInetConfig.isolated());
    }

    private static List<Path> shared() throws IOException {
        if (!Files.isDirectory(SHARED)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(SHARED)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void cookieThatLasts_isOfOneBackEnd_andOnNoDisk() throws IOException {
        List<Path> before = shared();
        CookieClient first = new CookieClient(isolated());
        first.set(URL, LASTING);

        assertThat(first.get(URL)).isEqualTo("a=1");
        assertThat(new CookieClient(isolated()).get(URL)).isEmpty();
        assertThat(shared()).isEqualTo(before);
    }

    @Test
    void cookieOfOthers_isNotRead() {
        Path folder = backEnd.temporaryFolder();
        new CookieClient(backEnd.open(config -> config.withDataDirectory(folder))).set(URL, LASTING);

        assertThat(new CookieClient(backEnd.open(config -> config.withDataDirectory(folder))).get(URL))
                .isEqualTo("a=1");
        assertThat(new CookieClient(isolated()).get(URL)).isEmpty();
    }

    @Test
    void response_isKeptAsLongAsTheBackEnd() throws IOException {
        List<Path> before = shared();
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle("/", "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 5\r\n\r\nhello");
            BackEnd api = isolated();
            Conversation client = Conversation.sync(api, log, server);

            assertThat(client.readText(client.get("/"))).isEqualTo("hello");
            assertThat(client.readText(client.get("/"))).isEqualTo("hello");
            assertThat(server.requests()).hasSize(1);

            api.close();
            Conversation later = Conversation.sync(isolated(), log, server);
            assertThat(later.readText(later.get("/"))).isEqualTo("hello");
            assertThat(server.requests()).hasSize(2);
        }
        assertThat(shared()).isEqualTo(before);
    }

    @Test
    void fileOfARequest_endsWithTheBackEnd_andItsFolderToo() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.onRequest("HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 5\r\n\r\nhello");
            BackEnd api = isolated();
            Conversation client = Conversation.sync(api, log, server);
            HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);
            assertThat(client.send(request)).isZero();
            assertThat(client.readText(request)).isEqualTo("hello");
            TextBuffer name = new TextBuffer(500);
            assertThat(api.InternetQueryOption(
                            request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, new DwordRef(1000)))
                    .isTrue();
            Path file = Path.of(name.toString());
            assertThat(file).exists();

            api.close();

            assertThat(file).doesNotExist();
            assertThat(file.getParent()).doesNotExist();
        }
    }
}
