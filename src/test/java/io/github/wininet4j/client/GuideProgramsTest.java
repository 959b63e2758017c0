package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of the pages are compiled as they stand there, and run. */
final class GuideProgramsTest {
    private static final Path GUIDE = Path.of("src/site/markdown/client.md");
    private static final Path TRACING = Path.of("src/site/markdown/trace.md");
    private static final Path README = Path.of("README.md");

    private static final Pattern METHOD = Pattern.compile("throws Exception \\{\n(.*?)\n {4}\\}\n\\}", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| (\\S+.*?) \\| (\\d+) \\| (\\d+) \\|");

    private static final Map<String, String> PREFIXES =
            Map.of("wininet4j", "", "JDK", "Jdk", "HttpClient 5", "Hc", "OkHttp", "Ok");

    private final ScriptedHttpServer server = ScriptedHttpServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, String> programs(Path page) throws IOException {
        return new PagePrograms(page).all();
    }

    private Method method(Path page, String program) throws IOException, ClassNotFoundException {
        return new PagePrograms(page).method(program, folder);
    }

    @Test
    void table_hasTheLinesOfThePrograms() throws IOException {
        Map<String, String> programs = programs(GUIDE);
        Matcher row = ROW.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        List<String> seen = new ArrayList<>();
        while (row.find()) {
            String prefix = PREFIXES.get(row.group(1));
            assertThat(lines(programs.get(prefix + "Download"))).as(row.group()).hasToString(row.group(2));
            assertThat(lines(programs.get(prefix + "Upload"))).as(row.group()).hasToString(row.group(3));
            seen.add(row.group(1));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(PREFIXES.keySet());
        assertThat(lines(programs.get("Download"))).isLessThanOrEqualTo(6);
        assertThat(lines(programs.get("Upload"))).isLessThanOrEqualTo(12);
    }

    private static Long lines(String program) {
        Matcher method = METHOD.matcher(program);
        assertThat(method.find()).isTrue();
        return method.group(1).lines().filter(line -> !line.isBlank()).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Download", "JdkDownload", "HcDownload"})
    void download_savesTheFile(String program) throws Exception {
        server.handle("/file", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        Path target = folder.resolve("saved");
        Consumer<Runnable> never = cancel -> {};

        String printed = PagePrograms.run(method(GUIDE, program), server.url("/file"), target, never);

        assertThat(printed).isEqualTo("saved " + target + System.lineSeparator());
        assertThat(target).hasContent("hello");
    }

    @Test
    void download_thatIsCancelled_endsAndLeavesNoFile() throws Exception {
        Gate arrived = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
                .signal(arrived)
                .awaitClose());
        Path target = Files.createDirectory(folder.resolve("downloads")).resolve("saved");
        AtomicReference<Runnable> button = new AtomicReference<>();
        Method program = method(GUIDE, "Download");
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> assertThatThrownBy(
                        () -> program.invoke(null, server.url("/"), target, (Consumer<Runnable>) button::set))
                .hasRootCauseInstanceOf(CancellationException.class));
        arrived.await();

        button.get().run();

        running.get(Waits.SECONDS, TimeUnit.SECONDS);
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upload", "JdkUpload", "HcUpload"})
    void upload_sendsTheFormAndPrintsItsProgress(String program) throws Exception {
        server.handle("/form", "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello");
        Path photo = folder.resolve("photo.jpg");
        Files.write(photo, new byte[100_000]);

        String printed = PagePrograms.run(method(GUIDE, program), server.url("/form"), photo);

        RecordedRequest sent = server.takeRequest();
        int length = sent.body().length;
        assertThat(sent.bodyText()).contains("name=\"title\"", "Holiday", "filename=\"photo.jpg\"");
        assertThat(printed.lines().toList()).hasSizeGreaterThan(2).endsWith(length + " of " + length, "201 hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jdk", "Hc"})
    void programs_ofEachClient_runAgainstNginx(String client) throws Exception {
        Path target = folder.resolve("saved");
        Path photo = Files.write(folder.resolve("photo.jpg"), new byte[100_000]);
        Consumer<Runnable> never = cancel -> {};
        try (NginxServer nginx = NginxServer.start()) {
            nginx.serve("file", "hello".getBytes(StandardCharsets.UTF_8));

            PagePrograms.run(method(GUIDE, client + "Download"), nginx.url("/file"), target, never);
            String printed = PagePrograms.run(method(GUIDE, client + "Upload"), nginx.url("/sink"), photo);

            assertThat(target).hasContent("hello");
            // What nginx tells is how many bytes the request had, with its head.
            assertThat(printed).containsPattern("\\b200 10\\d{4}\\s");
        }
    }

    @Test
    void statuses_areShown() throws Exception {
        server.handle("/text", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello");

        String printed = PagePrograms.run(method(GUIDE, "Statuses"), server.url("/text"));

        assertThat(printed)
                .contains(
                        "INTERNET_STATUS_CONNECTING_TO_SERVER 127.0.0.1",
                        "INTERNET_STATUS_REQUEST_SENT ",
                        "text/plain, request flags ");
        assertThat(server.takeRequest().header("Cookie")).isEqualTo("seen=yes");
    }

    @Test
    void statuses_ofAServerThatDoesNotAnswer_endWithTheError() throws Exception {
        server.onConnection(Script.script().awaitRequest().close());

        String printed = PagePrograms.run(method(GUIDE, "Statuses"), server.url("/gone"));

        assertThat(printed).contains("HttpSendRequest failed with 12152, ERROR_HTTP_INVALID_SERVER_RESPONSE: ");
    }

    @Test
    void trace_isPrinted() throws Exception {
        server.handle("/traced", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        String printed = PagePrograms.run(method(TRACING, "Traced"), server.url("/traced"));

        assertThat(printed.lines())
                .anyMatch(line -> line.contains("InternetOpen(\"traced/1.0\", 0, NULL, NULL, 0) = 0x"))
                .anyMatch(line -> line.contains("HttpSendRequest(") && line.contains(" = TRUE ["));
    }

    @Test
    void readme_printsThePage() throws Exception {
        server.handle("/page", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        for (String program : programs(README).keySet()) {
            Object arguments = new String[] {server.url("/page")};
            assertThat(PagePrograms.run(method(README, program), arguments))
                    .as(program)
                    .isEqualTo("hello");
        }
    }
}
