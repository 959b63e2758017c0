package io.github.wininet4j.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** The file of an archive grows as requests end, and is a whole archive at any time. */
@Rule({"R-PROJ-TRACE-3", "R-PROJ-TRACE-5"})
final class HarFileTest {
    private final ScriptedHttpServer server = ScriptedHttpServer.start().serve("/a", "hello");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("trace.har");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private BackEnd traced() {
        WinInetConfig config = WinInetConfig.isolated().withCache(CachePlace.NONE);
        return WinInets.traced(WinInets.engine(config), new HarLog(file));
    }

    private void get(Session session, String path) throws IOException {
        try (Response response = session.get(server.url(path)).send()) {
            response.text();
        }
    }

    /** Parses the file with an engine of JavaScript that knows nothing of this project. */
    private List<?> entries() throws IOException {
        try (Context context = Context.enter()) {
            Scriptable scope = context.initStandardObjects();
            ScriptableObject.putProperty(scope, "text", Files.readString(file));
            return (List<?>) context.evaluateString(scope, "JSON.parse(text).log.entries", "har", 1, null);
        }
    }

    private static String url(Object entry) {
        return String.valueOf(((Map<?, ?>) ((Map<?, ?>) entry).get("request")).get("url"));
    }

    @Test
    void file_hasEachRequestAsSoonAsItsHandleIsClosed() throws IOException {
        try (BackEnd wininet = traced();
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            assertThat(entries()).isEmpty();
            for (int i = 1; i <= 3; i++) {
                get(session, "/a?" + i);
                assertThat(entries()).hasSize(i);
                assertThat(url(entries().get(i - 1))).endsWith("/a?" + i);
            }
        }
        assertThat(entries()).hasSize(3);
    }

    /** So that the thousandth request costs what the first did. */
    @Test
    void file_isNotWrittenAnew() throws IOException {
        try (BackEnd wininet = traced();
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            get(session, "/a?1");
            get(session, "/a?2");
            Files.writeString(file, Files.readString(file).replace("/a?1", "/b?1"));

            get(session, "/a?3");
        }

        assertThat(entries()).extracting(HarFileTest::url).satisfies(urls -> {
            assertThat(urls).hasSize(3);
            assertThat(urls.get(0)).endsWith("/b?1");
            assertThat(urls.get(2)).endsWith("/a?3");
        });
    }

    @Test
    void requests_ofSeveralBackEndsAtOnce_areAllThere() throws IOException {
        try (BackEnd one = traced();
                BackEnd other = traced();
                Session first = Session.builder("har").backEnd(one).direct().open();
                Session second = Session.builder("har").backEnd(other).direct().open()) {
            get(first, "/a?1");
            get(second, "/a?2");
            get(first, "/a?3");
        }

        assertThat(entries()).hasSize(3);
    }

    @Test
    void requests_ofASessionThatIsClosed_areThere() throws IOException {
        try (BackEnd wininet = traced()) {
            HINTERNET session = wininet.InternetOpen("har", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            for (int i = 0; i < 2; i++) {
                assertThat(wininet.InternetOpenUrl(session, server.url("/a"), null, 0, 0, 0))
                        .isNotNull();
            }
            assertThat(wininet.InternetOpenUrl(session, "no scheme", null, 0, 0, 0))
                    .isNull();
            assertThat(entries()).hasSize(1);

            wininet.InternetCloseHandle(session);

            assertThat(entries()).hasSize(3);
        }
        assertThat(entries()).hasSize(3);
    }

    @Test
    void request_thatIsCancelled_isThereWithItsError() throws IOException {
        Gate hanging = new Gate("hanging");
        server.handle("/hang", request -> Script.script().signal(hanging).hang());
        StatusLog log = new StatusLog();
        try (BackEnd wininet = traced()) {
            HINTERNET session = wininet.InternetOpen(
                    "har", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
            wininet.InternetSetStatusCallback(session, log);
            HINTERNET connection = wininet.InternetConnect(
                    session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
            HINTERNET request = wininet.HttpOpenRequest(connection, "GET", "/hang", null, null, null, 0, 2);
            assertThat(wininet.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            hanging.await();

            wininet.InternetCloseHandle(connection);
            log.awaitComplete();
            wininet.InternetCloseHandle(session);

            assertThat(entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(((Map<?, ?>) entry).get("comment"))
                            .asString()
                            .startsWith("ERROR_INTERNET_OPERATION_CANCELLED"));
        }
    }

    @Test
    void file_thatSomebodyElseTookAwayOrWrote_isBegunAnew() throws IOException {
        Files.writeString(file, "of another process");
        try (BackEnd wininet = traced();
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            get(session, "/a?1");
            Files.delete(file);
            get(session, "/a?2");
            assertThat(entries()).hasSize(1);
            Files.writeString(file, "of another process");
            get(session, "/a?3");
        }

        assertThat(entries()).hasSize(1);
    }

    @Test
    void threadThatIsInterrupted_losesNothing() throws IOException {
        try (BackEnd wininet = traced();
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            get(session, "/a?1");
            Response second = session.get(server.url("/a?2")).send();
            Thread.currentThread().interrupt();
            second.close();
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(entries()).hasSize(2);
    }

    @Test
    void fileThatCannotBeWritten_isRefusedOrSaidOnce_andTriedAgainAtTheEnd() throws IOException {
        Path missing = folder.resolve("not/yet");
        assertThatThrownBy(() -> TraceTarget.open(missing + ".har")).isInstanceOf(IllegalArgumentException.class);
        file = missing.resolve("trace.har");
        try (CapturedLog log = CapturedLog.start()) {
            try (BackEnd wininet = traced();
                    Session session =
                            Session.builder("har").backEnd(wininet).direct().open()) {
                get(session, "/a?1");
                get(session, "/a?2");
                Files.createDirectories(missing);
            }
            // One at the beginning, one for all requests.
            assertThat(log.records()).hasSize(2);
        }

        assertThat(entries()).hasSize(2);
    }
}
