package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The idioms of the guide print the same in C, with the facade and with the thin layer. */
final class IdiomProgramsTest {
    private static final Path GUIDE = Path.of("src/site/markdown/from-c-to-java.md");

    /** How a C program calls its idiom. */
    private static final Map<String, String> CALLS = Map.of(
            "read_all", "(values[1])",
            "content_type", "(session, values[1])",
            "numbers", "(session, values[1])",
            "failure", "(session)",
            "post", "(session, values[1], port)",
            "upload", "(session, values[1], port, values[3])",
            "send_later", "(values[1], port)",
            "cancel", "(values[1], port)",
            "crack", "(values[1])",
            "list", "(session, values[1], port)");

    private static final String MAIN = """

            int main(int count, char **values) {
                INTERNET_PORT port = count > 2 ? (INTERNET_PORT)atoi(values[2]) : 0;
                HINTERNET session = InternetOpenA("idioms/1.0", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
                (void)port;
                (void)values;
                return session == NULL || %s;
            }
            """;

    private static final String HOST = "127.0.0.1";

    @TempDir
    private Path folder;

    private PagePrograms programs;
    private BackEnd wininet;
    private HINTERNET handle;
    private Session session;

    @BeforeEach
    void open() throws IOException {
        programs = new PagePrograms(GUIDE);
        wininet = WinInets.engine(WinInetConfig.defaults().withDataDirectory(folder.resolve("data")));
        handle = wininet.InternetOpen("idioms/1.0", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        session = Session.builder("idioms/1.0").backEnd(wininet).direct().open();
    }

    @AfterEach
    void close() {
        session.close();
        wininet.close();
    }

    /** Runs a Java program of the guide; what it takes of the test is given before the arguments. */
    private String java(String program, Object... arguments) throws Exception {
        Method method = programs.method(program, folder);
        Deque<Object> rest = new ArrayDeque<>(List.of(arguments));
        List<Object> given = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            if (type == WinInet.class) {
                given.add(wininet);
            } else if (type == HINTERNET.class) {
                given.add(handle);
            } else {
                given.add(type == Session.class ? session : rest.remove());
            }
        }
        return PagePrograms.run(method, given.toArray()).replace(System.lineSeparator(), "\n");
    }

    /** Compiles a C program of the guide against the library of this build, and runs it. */
    private String c(String program, Object... arguments) throws IOException {
        Path library = CPrograms.library();
        String main = MAIN.replace("%s", program + CALLS.get(program));
        Path source = programs.write(program, folder, program + ".c", main);
        List<String> command = new ArrayList<>(
                List.of(CPrograms.compile(source, library, folder).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return CPrograms.run(CPrograms.onEngine(Map.of()), command).ok().output();
    }

    @Test
    void guide_hasTenIdiomsInC_eachWithJava() {
        assertThat(CALLS).hasSize(10);
        assertThat(programs.all())
                .containsKeys(CALLS.keySet().toArray(String[]::new))
                .hasSize(28);
    }

    @Test
    void idiom1To3_readAPageItsTypeAndNumbers() throws Exception {
        try (NginxServer nginx = NginxServer.start()) {
            String url = nginx.serve("page", "hello, idioms\n".getBytes(StandardCharsets.UTF_8))
                    .url("/page");
            assertThat(List.of(java("ReadAll", url), java("ReadAllClient", url), c("read_all", url)))
                    .containsOnly("hello, idioms\n");
            assertThat(List.of(java("ContentType", url), java("ContentTypeClient", url), c("content_type", url)))
                    .containsOnly("application/octet-stream\n");
            assertThat(List.of(java("Numbers", url), java("NumbersClient", url), c("numbers", url)))
                    .containsOnly("status 200, waits 5000 ms\n");
        }
    }

    @Test
    void idiom4_saysWhatWentWrong() throws Exception {
        String facade = java("Failure");

        assertThat(facade).startsWith("error 12006\nERROR_INTERNET_UNRECOGNIZED_SCHEME: ");
        assertThat(java("FailureClient")).isEqualTo(facade);
        assertThat(c("failure")).isEqualTo("error 12006\n");
    }

    @Test
    void idiom5_sendsTheForm() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle("/form", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            assertThat(java("Post", HOST, server.port())).isEqualTo("sent\n");
            assertThat(java("PostClient", HOST, server.port())).isEqualTo("sent\n");
            assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertIsForm(request));
            assertThat(c("post", HOST, server.port())).isEqualTo("sent\n");
            assertThat(server.requests()).hasSize(3).allSatisfy(request -> assertIsForm(request));
        }
    }

    private static void assertIsForm(RecordedRequest request) {
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.bodyText()).isEqualTo("name=Ada&born=1815");
    }

    @Test
    void idiom6_uploadsThePieces() throws Exception {
        try (NginxServer nginx = NginxServer.start()) {
            assertThat(java("Upload", HOST, nginx.port(), "/upload/facade")).isEqualTo("uploaded\n");
            assertThat(java("UploadClient", HOST, nginx.port(), "/upload/client"))
                    .isEqualTo("uploaded\n");
            assertThat(nginx.uploads().resolve("facade")).hasContent("piece\npiece\npiece\n");
            assertThat(nginx.uploads().resolve("client")).hasContent("piece\npiece\npiece\n");
            assertThat(c("upload", HOST, nginx.port(), "/upload/c")).isEqualTo("uploaded\n");
            assertThat(nginx.uploads().resolve("c")).hasContent("piece\npiece\npiece\n");
        }
    }

    @Test
    void idiom7_waitsForTheCompletion() throws Exception {
        try (NginxServer nginx = NginxServer.start()) {
            Files.writeString(nginx.root().resolve("page"), "hello");
            assertThat(java("SendLater", HOST, nginx.port())).isEqualTo("ended with 0\n");
            assertThat(java("SendLaterClient", HOST, nginx.port())).isEqualTo("ended with 0\n");
            assertThat(c("send_later", HOST, nginx.port())).isEqualTo("ended with 0\n");
        }
    }

    @Test
    void idiom8_cancelsAndWaitsForTheEnd() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handleAll(request -> Script.script().awaitClose());
            assertThat(java("Cancel", HOST, server.port())).isEqualTo("cancelled: 12017\n");
            assertThat(java("CancelClient", HOST, server.port())).isEqualTo("cancelled: true\n");
            assertThat(c("cancel", HOST, server.port())).isEqualTo("cancelled: 12017\n");
        }
    }

    @Test
    void idiom9_takesAUrlApart() throws Exception {
        String url = "https://www.example.com/path?query";
        assertThat(java("Crack", url)).isEqualTo("www.example.com, port 443\n");
        assertThat(c("crack", url)).isEqualTo("www.example.com, port 443\n");
    }

    @Test
    void idiom10_listsAFolder() throws Exception {
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.listing("-rw-r--r-- 1 me us 5 Mar 15  2021 a.txt", "-rw-r--r-- 1 me us 70000 Mar 15  2021 b.bin");
            String expected = "a.txt, 5 bytes\nb.bin, 70000 bytes\nno more\n";
            assertThat(java("Listing", HOST, server.port())).isEqualTo(expected);
            assertThat(c("list", HOST, server.port())).isEqualTo(expected);
        }
    }
}
