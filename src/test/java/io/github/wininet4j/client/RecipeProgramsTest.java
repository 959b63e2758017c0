package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.NginxSettings;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes do what they say. */
final class RecipeProgramsTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    private Path folder;

    private PagePrograms recipes;

    @BeforeEach
    void read() throws IOException {
        recipes = new PagePrograms(Path.of("src/site/markdown/recipes.md"));
    }

    private List<String> run(String program, Object... arguments) throws Exception {
        return PagePrograms.run(recipes.method(program, folder), arguments)
                .lines()
                .toList();
    }

    @Test
    void proxy_isAskedWithTheUser() throws Exception {
        try (ScriptedHttpServer proxy = ScriptedHttpServer.start()) {
            proxy.handleAll(request -> Script.script()
                    .send(
                            request.hasHeader("Proxy-Authorization")
                                    ? HELLO
                                    : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"it\"\r\n"
                                            + "Content-Length: 0\r\n\r\n"));

            List<String> printed =
                    run("ThroughProxy", "127.0.0.1:" + proxy.port(), "http://www.example.com/page", "secret");

            assertThat(printed).containsExactly("200 hello");
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::target)
                    .containsOnly("http://www.example.com/page");
        }
    }

    @Test
    void selfSignedCertificate_failsUntilItIsToleratedOrTrusted() throws Exception {
        NginxSettings settings = NginxSettings.defaults().withCertificate(TestCertificates.selfSigned());
        try (NginxServer nginx = NginxServer.start(settings)) {
            assertThat(run("SelfSigned", nginx.tlsUrl("/echo")))
                    .containsExactly("ERROR_INTERNET_INVALID_CA", "tolerated: 200");

            Path own = TestCertificates.selfSigned().writePem(folder).chain();
            assertThat(run("Trusting", own, nginx.tlsUrl("/echo"))).containsExactly("trusted: 200");

            Path other = TestCertificates.writeAuthorityPem(folder);
            assertThatThrownBy(() -> run("Trusting", other, nginx.tlsUrl("/echo")))
                    .isInstanceOfSatisfying(
                            WinInetException.class,
                            failure -> assertThat(failure.name()).isEqualTo("ERROR_INTERNET_INVALID_CA"));
        }
    }

    @Test
    void upload_putsTheFile() throws Exception {
        Path file = Files.write(folder.resolve("photo"), new byte[100_000]);
        try (NginxServer nginx = NginxServer.start()) {
            List<String> printed = run("UploadFile", file, nginx.url("/upload/photo"));

            assertThat(printed).contains("100000 of 100000").endsWith("status 201");
            assertThat(nginx.uploads().resolve("photo")).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void download_goesOnWhereItStopped_orBeginsAnew() throws Exception {
        Path file = folder.resolve("file");
        try (NginxServer nginx = NginxServer.start(
                NginxSettings.defaults().withExtra("location = /whole/file { max_ranges 0; alias root/file; }"))) {
            nginx.serve("file", "all of the file".getBytes(StandardCharsets.UTF_8));

            assertThat(run("Resume", nginx.url("/file"), file)).containsExactly("had 0 bytes, status 206");
            assertThat(file).hasContent("all of the file");
            assertThat(run("Resume", nginx.url("/file"), file)).containsExactly("had 15 bytes, status 416");
            assertThat(file).hasContent("all of the file");
            Files.writeString(file, "all of ");
            assertThat(run("Resume", nginx.url("/file"), file)).containsExactly("had 7 bytes, status 206");
            assertThat(file).hasContent("all of the file");
            Files.writeString(file, "old things");
            assertThat(run("Resume", nginx.url("/whole/file"), file)).containsExactly("had 10 bytes, status 200");
            assertThat(file).hasContent("all of the file");
            Files.writeString(file, "kept");
            assertThat(run("Resume", nginx.url("/status/503"), file)).containsExactly("had 4 bytes, status 503");
            assertThat(file).hasContent("kept");
        }
    }

    @Test
    void cookies_goOutFromTheJarOrByHand() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle("/cookies", "HTTP/1.1 200 OK\r\nSet-Cookie: seen=1\r\nContent-Length: 0\r\n\r\n");

            List<String> printed = run("Cookies", server.url("/cookies"));

            assertThat(printed).singleElement().asString().contains("jar: ", "language=en", "seen=1");
            assertThat(server.takeRequest().header("Cookie")).isEqualTo("language=en");
            assertThat(server.takeRequest().header("Cookie")).isEqualTo("by=hand");
        }
    }

    @Test
    void cache_answersUnlessTheServerIsAsked() throws Exception {
        // The cache is the one of the user, so that the URL must be new.
        String path = "/" + UUID.randomUUID();
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle(path, HELLO.replace("OK\r\n", "OK\r\nCache-Control: max-age=600\r\n"));

            assertThat(run("Cached", server.url(path)))
                    .containsExactly("hello from the server", "hello from the cache", "hello from the server");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void timeouts_endAStepOrTheWhole() throws Exception {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handleAll(request -> Script.script().awaitClose());

            assertThat(run("Patience", server.url("/")))
                    .containsExactly("a step: ERROR_INTERNET_TIMEOUT", "the whole: TimeoutException");
        }
    }

    @Test
    void ftp_savesTheFile() throws Exception {
        Path target = folder.resolve("report");
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.file("report.txt", "hello");

            assertThat(run("FtpFile", "127.0.0.1", server.port(), target)).containsExactly("saved 5 bytes");
            assertThat(target).hasContent("hello");
        }
    }
}
